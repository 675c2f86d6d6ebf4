import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';
import { entryFrom, type ScheduleEntry } from '../room/index.ts';
import type { LineFault, LineResult } from './dryRun.ts';
import { dayShown } from './listPage.ts';
import { MOST_LINES, type Table } from './table.ts';

export function tableFault(table: Extract<Table, { where: string }>, language: Language): string {
  return texts[language].provisioning.import.tableFaults[table.fault](table.where, MOST_LINES);
}

/**
 * What each line would do, in the shape that `views/provisioning/dryRun.hbs` takes.
 * @param id of the stored import; empty if there are faults
 */
export function dryRunPage({ results, language, id }: { results: LineResult[]; language: Language; id: string }) {
  const text = texts[language].provisioning.import;
  const faulty = results.filter(({ change }) => !change).length;
  return {
    title: faulty > 0 ? text.faultyTitle : text.dryRunTitle,
    wide: true,
    summary: faulty > 0 ? text.faulty(faulty, results.length) : text.ready(results.length),
    isReady: faulty === 0,
    confirm: `/drift/rum/import/${id}`,
    lines: results.map(({ number, name, platform, faults, change }) => ({
      number,
      name: name || '–',
      platform,
      isFaulty: !change,
      what: !change ? '' : change.room === '' ? text.prepares : text.changes,
      faults: faults.map((fault) => faultInWords(fault, language)),
      changes: change ? changesOf(entryFrom(change.before), entryFrom(change.after), language) : [],
    })),
  };
}

function faultInWords(fault: LineFault, language: Language): string {
  const { provisioning, room } = texts[language];
  const { lineFaults } = provisioning.import;
  return isOwn(fault, lineFaults) ? lineFaults[fault] : room.settings.errors[fault];
}

function isOwn<Faults extends object>(fault: PropertyKey, faults: Faults): fault is keyof Faults {
  return Object.hasOwn(faults, fault);
}

/** Only actual changes, so that someone who checks fifty lines sees what matters. */
function changesOf(before: ScheduleEntry, after: ScheduleEntry, language: Language) {
  const text = texts[language].provisioning.import;
  const fields = (Object.keys(after) as (keyof ScheduleEntry)[]).filter((field) => before[field] !== after[field]);
  return fields.map((field) => ({
    label: text.fields[field],
    before: valueShown(field, before[field], language),
    after: valueShown(field, after[field], language),
  }));
}

function valueShown(field: keyof ScheduleEntry, value: string, language: Language): string {
  const { settings } = texts[language].room;
  if (field === 'start') return dayShown(value, language);
  if (field === 'pace') return settings.paces[value === 'weekly' ? 'weekly' : 'all'];
  if (field === 'weekday') return settings.weekdays[Number(value) - 1] ?? '';
  return field === 'time' ? value.replace(':', '.') : value;
}
