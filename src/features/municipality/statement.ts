import { createNamer } from '../../text/names.ts';
import { texts } from '../../text/texts.ts';
import type { Language } from '../../domain/viewer.ts';
import { csvFile } from '../../files/csv.ts';
import { classOf, ruleInWords, standings, weeksWithPrep, type ParticipantRow } from '../classOverview/index.ts';

export type ClassToTell = Awaited<ReturnType<typeof classOf>>;

/** The address's value for people whose municipality neither the LMS nor the class's settings tell. */
export const UNKNOWN = 'ukendt';

/** A person's municipality from the LMS, else the one set for the whole class. */
function municipalityOf(
  { people, schedule }: Pick<ClassToTell, 'people' | 'schedule'>,
  { participant }: ParticipantRow,
): string {
  return people.find(({ id }) => id === participant.person)?.background?.municipality ?? schedule.municipality;
}

/** The known municipalities of the class's people. */
export function municipalitiesIn(of: ClassToTell): string[] {
  const all = of.rows.map((row) => municipalityOf(of, row)).filter((name) => name !== '');
  return [...new Set(all)].toSorted((one, other) => one.localeCompare(other, 'da'));
}

/** The people in a statement: those of one municipality. */
export function rowsFor(of: ClassToTell, municipality: string): ParticipantRow[] {
  const asked = municipality === UNKNOWN ? '' : municipality;
  return of.rows.filter((row) => municipalityOf(of, row) === asked);
}

export interface Statement {
  /** The rules by which people are said to have completed, in words. */
  rule: string[];
  /** Attendance, preparation and completion: cells in the order of the headings. */
  headings: string[];
  lines: (string | number)[][];
  counts: { label: string; count: number }[];
}

/** Nothing that anyone has written, and no reason for absence. */
export function statementOf(of: ClassToTell, rows: readonly ParticipantRow[], language: Language): Statement {
  const text = texts[language].municipality.statement;
  const { standings: labels } = texts[language].classOverview;
  const named = createNamer(language);
  const noted = new Set(of.attendance.map(({ week }) => week)).size;
  const prepared = weeksWithPrep(of);
  return {
    rule: ruleInWords(of, language),
    headings: [text.name, text.came, text.absent, text.prepared, text.standing],
    lines: rows
      .map((row) => [
        named(row.participant),
        noted === 0 ? text.notNoted : text.of(row.attended.came, noted),
        row.attended.absent,
        text.of(row.weeksSent, prepared),
        labels[row.standing],
      ])
      .toSorted(([one], [other]) => String(one).localeCompare(String(other), 'da', { numeric: true })),
    counts: [
      { label: text.enrolled, count: rows.length },
      ...standings.map((standing) => ({
        label: labels[standing],
        count: rows.filter((row) => row.standing === standing).length,
      })),
    ],
  };
}

export function statementFile({ headings, lines, rule }: Statement): string {
  return csvFile([headings, ...lines, [], ...rule.map((line) => [line])]);
}
