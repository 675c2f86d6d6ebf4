import type { Courses } from '../../content/course.ts';
import { findActivity } from '../../content/find.ts';
import { HIGHEST_LIX } from '../../content/check.ts';
import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';
import type { DraftCheck } from './checking.ts';
import type { ChangedFile, Files } from './differences.ts';
import { fileAddress } from './addresses.ts';
import { partTable } from './partTable.ts';
import { isText } from './paths.ts';

export interface ListInput {
  files: Files;
  /** First line of each file that names it. */
  titles: ReadonlyMap<string, Facts>;
  check: DraftCheck;
  changed: readonly ChangedFile[];
  language: Language;
}

/** What a file says of itself. */
export interface Facts {
  id: string;
  title: string;
}

const MEDIA = 'media';
const LANGUAGES = ['da', 'en'] as const;

/** Everything that can be written: a list for each part of the course, with both languages in a row. */
export function listPage(input: ListInput) {
  const { files, check, changed, language } = input;
  const text = texts[language].editing;
  const rows = [...new Set([...files.keys()].filter(isText).map(withoutLanguage))];
  const wrong = check.faults.length - check.hard.length;
  const sectionOf = (part: string) => ({
    id: `del-${part || 'kursus'}`,
    heading: headingOf(part, input.titles, language),
  });
  return {
    title: text.title,
    wide: true,
    state: {
      faults: wrong === 0 ? text.list.none : text.list.some(wrong),
      look: wrong === 0 ? 'success' : 'error',
      hard: check.hard.length > 0 && text.list.hard(check.hard.length),
      changes: changed.length === 0 ? text.list.unchanged : text.list.differs(changed.length),
    },
    table: partTable({ parts: check.parts, sectionOf, language }),
    parts: [...Map.groupBy(rows, partOf)]
      .toSorted(([a], [b]) => byPart(a, b))
      .map(([part, paths]) => ({
        ...sectionOf(part),
        rows: paths.toSorted().map((path) => rowOf(path, input)),
      })),
  };
}

function rowOf(path: string, input: ListInput) {
  const { files, titles, check } = input;
  const named = LANGUAGES.flatMap((one) => titles.get(inLanguage(path, one)) ?? [])[0];
  const { both, languages } = texts[input.language].editing.list;
  return {
    name: named?.title || path,
    path: named?.title ? path : '',
    minutes: minutesOf(check.courses, named?.id),
    cells: files.has(path)
      ? [cellOf(path, both, input)]
      : LANGUAGES.map((one) => cellOf(inLanguage(path, one), languages[one], input)),
  };
}

/** One file of a row; empty if the language lacks it. */
function cellOf(file: string, label: string, { files, check, changed, language }: ListInput) {
  if (!files.has(file)) return {};
  const text = texts[language].editing;
  const lix = check.texts.find((one) => one.file === file && one.words > 0)?.lix;
  const faults = check.faults.filter((fault) => fault.file === file && !check.hard.includes(fault)).length;
  return {
    href: fileAddress(file),
    label,
    lix: lix === undefined ? '' : `LIX ${lix.toFixed(0)}`,
    isHard: lix !== undefined && lix > HIGHEST_LIX,
    faults: faults > 0 && `${text.list.faults}: ${faults}`,
    changed: changed.some(({ path }) => path === file) && text.changed,
  };
}

function minutesOf(courses: Courses | undefined, id: string | undefined): number | '' {
  return (courses && id !== undefined && findActivity(courses.da, id)?.minutes) || '';
}

export function withoutLanguage(path: string): string {
  return path.replace(/^(?:da|en)\//, '');
}

export function inLanguage(path: string, language: Language): string {
  return `${language}/${path}`;
}

/** The folder of a file, below its language; empty for what belongs to the whole course. */
export function partOf(path: string): string {
  return path.startsWith(`${MEDIA}/`) ? MEDIA : path.includes('/') ? (path.split('/')[0] ?? '') : '';
}

export function headingOf(part: string, titles: ListInput['titles'], language: Language): string {
  const { list } = texts[language].editing;
  if (part === '') return list.course;
  if (part === MEDIA) return list.captions;
  const named = LANGUAGES.toSorted((a) => (a === language ? -1 : 1)).flatMap(
    (one) => titles.get(`${one}/${part}/module.yaml`) ?? titles.get(`${one}/${part}/toolbox.yaml`) ?? [],
  )[0];
  return named ? named.title : part;
}

function byPart(a: string, b: string): number {
  if (a === MEDIA || b === MEDIA) return a === MEDIA ? 1 : -1;
  return a.localeCompare(b, 'da', { numeric: true });
}
