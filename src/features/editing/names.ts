import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';
import type { Facts } from './facts.ts';
import { inLanguage, withoutLanguage } from './paths.ts';

/** What is known of each file of text, by its path. */
export type Titles = ReadonlyMap<string, Facts>;

export const MEDIA = 'media';
const LANGUAGES = ['da', 'en'] as const;

/** A file named as people say it: by its part of the course, its title and its language. */
export function nameInFull(path: string, titles: Titles, language: Language): string {
  const { languages } = texts[language].editing.list;
  const bare = withoutLanguage(path);
  const { name } = calledIn(bare, titles, language);
  const part = headingOf(partOf(bare), titles, language);
  const written = LANGUAGES.find((one) => path === inLanguage(bare, one));
  return `${part === name ? '' : `${part}: `}${name}${written ? ` (${languages[written].toLowerCase()})` : ''}`;
}

/** A file's title and id; its file name if it has no title. @param path without its language */
export function calledIn(path: string, titles: Titles, language: Language) {
  const { named, whole } = texts[language].editing.list;
  const known = [inLanguage(path, 'da'), inLanguage(path, 'en'), path].flatMap((one) => titles.get(one) ?? []);
  const { title = '', key = '', id } = known.find((one) => one.title !== '') ?? known[0] ?? {};
  const file = path.replace(/^.*\//, '');
  if (path === 'course.yaml') return { name: whole, id };
  if (title !== '') return { name: title, id };
  const words = Object.entries(named).find(([one]) => one === key)?.[1];
  // A running sheet has the name of its week.
  const week = titles.get(inLanguage(`${file.replace(/\.\w+$/, '')}/module.yaml`, language))?.title;
  return { name: words ?? week ?? file, id };
}

/** The folder of a file, below its language; empty for what belongs to the whole course. */
export function partOf(path: string): string {
  return path.startsWith(`${MEDIA}/`) ? MEDIA : path.includes('/') ? (path.split('/')[0] ?? '') : '';
}

export function headingOf(part: string, titles: Titles, language: Language): string {
  const { list } = texts[language].editing;
  if (part === '') return list.course;
  if (part === MEDIA) return list.captions;
  const named = LANGUAGES.toSorted((a) => (a === language ? -1 : 1)).flatMap(
    (one) => titles.get(`${one}/${part}/module.yaml`) ?? titles.get(`${one}/${part}/toolbox.yaml`) ?? [],
  )[0];
  const folder = Object.entries(list.folders).find(([name]) => name === part)?.[1];
  return named?.title ?? folder ?? part;
}
