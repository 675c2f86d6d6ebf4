import { dayOf } from '../../domain/week.ts';
import { texts } from '../../text/texts.ts';
import { createNamer } from '../../text/names.ts';
import { csvFile } from '../../files/csv.ts';
import { inOrder } from './order.ts';
import type { OverviewPageInput } from './page.ts';
import { ruleInWords } from './ruleInWords.ts';
import { activitiesOfWeeks } from './rows.ts';

/**
 * The class as a table for a spreadsheet: one line for each person, without answers, free text or reasons for absence.
 */
export function overviewFile(input: Omit<OverviewPageInput, 'order' | 'home' | 'replies'>): string {
  const { course, rows, language } = input;
  const text = texts[language].classOverview;
  const activities = activitiesOfWeeks(course);
  const named = createNamer(language);
  const header = [
    text.file.name,
    text.file.lastSeen,
    text.file.standing,
    text.file.weeksSent,
    text.file.done,
    text.file.sync,
    text.file.absences,
    text.file.came,
    text.file.webinars,
    text.file.rule,
    ...activities.map(({ id }) => id),
  ];
  const noted = new Set(input.attendance.map(({ week }) => week)).size;
  const rule = ruleInWords(input, language).join(' ');
  const lines = inOrder(rows, 'navn', ({ participant }) => named(participant)).map((row) => [
    named(row.participant),
    row.lastSeen === 0 ? '' : dayOf(row.lastSeen),
    text.standings[row.standing],
    row.weeksSent,
    row.done,
    row.sync ? texts[language].instructor.sync[row.sync.report.state] : '',
    row.attended.absent,
    ...(noted === 0 ? ['', 0] : [row.attended.came, noted]),
    rule,
    ...activities.map(({ id }) => text.progress[row.progress.get(id) ?? 'notBegun']),
  ]);
  return csvFile([header, ...lines]);
}
