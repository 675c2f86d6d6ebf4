import type { Courses } from '../../content/course.ts';
import { findActivity } from '../../content/find.ts';
import { HIGHEST_LIX } from '../../content/checks/check.ts';
import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';
import type { DraftCheck } from './checking.ts';
import type { ChangedFile } from './differences.ts';
import { fileAddress } from './addresses.ts';
import { calledIn, headingOf, MEDIA, partOf, type Titles } from './names.ts';
import { partLine } from './partLine.ts';
import { inLanguage, isText, withoutLanguage } from './paths.ts';
import type { Files } from './store/versions.ts';

export interface ListInput {
  files: Files;
  titles: Titles;
  check: DraftCheck;
  changed: readonly ChangedFile[];
  language: Language;
}

const LANGUAGES = ['da', 'en'] as const;

/** Everything that can be written: a list for each part of the course, with both languages in a row. */
export function listPage(input: ListInput) {
  const { files, check, changed, language } = input;
  const text = texts[language].editing;
  const rows = rowsOf([...files.keys()].filter(isText));
  const wrong = check.faults.length - check.hard.length;
  return {
    title: text.title,
    wide: true,
    state: {
      faults: wrong === 0 ? text.list.none : text.list.some(wrong),
      look: wrong === 0 ? 'success' : 'error',
      hard: check.hard.length > 0 && text.list.hard(check.hard.length),
      changes: changed.length === 0 ? text.list.unchanged : text.list.differs(changed.length),
    },
    changed: rowsOf(changed.flatMap(({ path, after }) => (after && isText(path) ? [path] : []))).map((path) =>
      rowWithPart(path, input),
    ),
    parts: [...Map.groupBy(rows, partOf)].toSorted(inOrder(check)).map(([part, paths]) => ({
      id: `del-${part || 'kursus'}`,
      heading: headingOf(part, input.titles, language),
      ...partLine(
        check.parts.find((one) => one.part === part),
        check.courses?.[language],
        language,
      ),
      rows: paths.toSorted(byPlace(input.titles)).map((path) => rowOf(path, input)),
    })),
  };
}

/** Paths without their language, each once. */
function rowsOf(paths: readonly string[]): string[] {
  return [...new Set(paths.map(withoutLanguage))];
}

/** A row that is not among those of its part. @param path without its language */
export function rowWithPart(path: string, input: ListInput) {
  return { ...rowOf(path, input), within: headingOf(partOf(path), input.titles, input.language) };
}

/** A row of the list, for the files of both languages. */
function rowOf(path: string, input: ListInput) {
  const { files, check, language } = input;
  const { name, id } = calledIn(path, input.titles, language);
  const { both, languages } = texts[language].editing.list;
  return {
    name,
    path: path.slice(partOf(path).length).replace(/^\//, ''),
    minutes: minutesOf(check.courses, id),
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

/** A text comes after the file that names it, in the order that it names them. */
function byPlace(titles: Titles) {
  const placeOf = (path: string) => titles.get(inLanguage(path, 'da'))?.place ?? path;
  return (a: string, b: string): number => placeOf(a).localeCompare(placeOf(b), 'da', { numeric: true });
}

/** The weeks as the course has them, then the rest by name, captions last. */
function inOrder({ parts }: DraftCheck) {
  const weeks = parts.flatMap(({ part, minutes }) => (minutes ? [part] : []));
  const place = (part: string) =>
    part === MEDIA ? Infinity : weeks.includes(part) ? weeks.indexOf(part) : weeks.length;
  return ([a]: [string, unknown], [b]: [string, unknown]): number =>
    place(a) === place(b) ? a.localeCompare(b, 'da', { numeric: true }) : place(a) - place(b);
}
