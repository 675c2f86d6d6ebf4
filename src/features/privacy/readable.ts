import type { Courses } from '../../content/course.ts';
import type { AuditLine } from '../../http/auditLine.ts';
import type { Language } from '../../domain/viewer.ts';
import { courseWords } from './courseWords.ts';
import type { OwnData } from './gather.ts';
import { inventory } from './inventory/inventory.ts';
import { texts, type Text } from '../../text/texts.ts';
import { dateInWords, dayAndTime } from '../../text/times.ts';
import type { Report } from '../../responses/reportRecord.ts';

interface Line {
  label: string;
  words: string;
  /** A picture in place of words, as an address that contains it. */
  picture?: string;
}

/** A copy of someone's data as a readable page: `views/privacy/copy.hbs`. The file beside it contains the rest. */
export function readable(own: OwnData, { courses, language }: { courses: Courses; language: Language }) {
  const text = texts[language].privacy;
  const words = courseWords(courses, language);
  const year = own.madeAt.slice(0, 4);
  return {
    language,
    title: text.copy.title,
    made: text.copy.made(`${dayAndTime(Date.parse(own.madeAt), language)} (${year})`),
    none: own.data.length === 0 ? text.copy.none : '',
    parts: own.data.map(({ collection, documents }) => ({
      ...keptWords(text, collection),
      documents: documents.map((doc) => linesOf({ collection, doc, text, words, language })),
    })),
  };
}

/** The words for a collection. */
export function keptWords(text: Text['privacy'], collection: string): { title: string; what: string } {
  return Object.entries(text.kept).find(([name]) => name === collection)?.[1] ?? text.otherKept;
}

interface DocInput {
  collection: string;
  doc: Record<string, unknown>;
  text: Text['privacy'];
  words: Map<string, string>;
  language: Language;
}

/** A line of the audit log, as on its own page. */
function readingLine(doc: Record<string, unknown>, words: Map<string, string>, language: Language): Line {
  const { roles, kinds, kindsAlone } = texts[language].auditLog;
  const { reader, role, kind, activity, at } = doc as { reader: string } & Omit<AuditLine, 'whose' | 'room'>;
  const title = words.get(activity);
  return {
    label: `${dayAndTime(at, language)} (${new Date(at).getUTCFullYear()})`,
    words: `${reader || roles[role]} ${title === undefined ? kindsAlone[kind] : kinds[kind](title)}`,
  };
}

function linesOf({ collection, doc, text, words, language }: DocInput): Line[] {
  const fields = inventory.find(({ name }) => name === collection)?.fields ?? {};
  if (collection === 'readings') return [readingLine(doc, words, language)];
  return Object.entries(doc)
    .filter(([name, value]) => fields[name]?.readers.includes('person') === true && !isEmpty(value))
    .filter(([name]) => !inFileOnly.has(name) && !inFileOnly.has(`${collection}.${name}`))
    .flatMap(([name, value]) => {
      const label = text.copy.fields[name] ?? name;
      if (name === 'reports') return (value as Report[]).map((report) => reportLine(report, label, { text, language }));
      if (collection === 'greeting_pictures' && name === 'bytes') return [pictureLine(doc, label)];
      const scope = typeof doc['activity'] === 'string' ? doc['activity'] : '';
      return toLines(value, label, { words, language, text, scope });
    });
}

/** Fields that mean nothing to a person. The copy for programs contains them. */
const inFileOnly: ReadonlySet<string> = new Set(['wording', 'responses.kind', 'responses.step']);

/** What is reported to the LMS: how much is done, and whether it was delivered. */
function reportLine(report: Report, label: string, { text, language }: Pick<DocInput, 'text' | 'language'>): Line {
  const { done, share, states } = text.copy.reports;
  const what = report.activityProgress === 'Completed' ? done : share(report.scoreGiven);
  const state = states[report.state](report.settledAt > 0 ? dayAndTime(report.settledAt, language) : '');
  return { label, words: `${what} ${state}` };
}

function pictureLine({ kind, bytes }: Record<string, unknown>, label: string): Line {
  const type = kind === 'jpg' ? 'jpeg' : String(kind);
  return { label, words: '', picture: `data:image/${type};base64,${String(bytes)}` };
}

function isEmpty(value: unknown): boolean {
  return (
    value === null || value === '' || value === 0 || (typeof value === 'object' && Object.keys(value).length === 0)
  );
}

/** Every stored time is later than this; no other number is. */
const FIRST_TIME = Date.parse('2020-01-01');

interface Speech extends Pick<DocInput, 'words' | 'language' | 'text'> {
  /**
   * Where in the course a value belongs: an activity, then one of its questions. The same ids mean other things
   * elsewhere.
   */
  scope: string;
}

/** A value as lines: a nested value is labelled with the names of everything around it. */
function toLines(value: unknown, label: string, speech: Speech): Line[] {
  if (isEmpty(value)) return [];
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object'))
    return [{ label, words: value.map((one) => plain(one, speech)).join(', ') }];
  if (typeof value !== 'object' || value === null) return [{ label, words: plain(value, speech) }];
  if (Array.isArray(value))
    return value.flatMap((one, index) => toLines(one, labelOf(label, value.length > 1 && String(index + 1)), speech));
  return Object.entries(value).flatMap(([name, one]) => {
    if (inFileOnly.has(name)) return [];
    // An answer that is kept for a question has the options of that question.
    if (name === 'answer') return toLines(one, labelOf(label, speech.text.copy.fields[name]), speech);
    const scope = `${speech.scope}/${name}`;
    const own = speech.words.get(scope) ?? speech.text.copy.fields[name] ?? name;
    return toLines(one, labelOf(label, own), { ...speech, scope });
  });
}

function labelOf(...parts: (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(' – ');
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function plain(value: unknown, { words, language, text, scope }: Speech): string {
  if (typeof value === 'boolean') return value ? text.copy.yes : text.copy.no;
  if (typeof value === 'number' && value > FIRST_TIME)
    return `${dayAndTime(value, language)} (${new Date(value).getUTCFullYear()})`;
  const written = String(value);
  if (DAY.test(written)) return `${dateInWords(written, language)} ${written.slice(0, 4)}`;
  return words.get(`${scope}/${written}`) ?? (scope === written ? words.get(written) : undefined) ?? written;
}
