import { parse } from 'yaml';
import type { Language } from '../../../domain/viewer.ts';
import { factsOf } from '../facts.ts';
import type { Draft } from '../draft.ts';
import { headingOf, partOf } from '../names.ts';
import { withoutLanguage } from '../paths.ts';
import type { YamlPath } from './yamlList.ts';
import type { Files } from '../store/versions.ts';

/** What can be made: a step with a text to read, a question to write or choose at, a scene of a story, a page of the toolbox. */
export const makeable = ['laeseside', 'spoergsmaal', 'valg', 'scene', 'vaerktoej'] as const;
export type Makeable = (typeof makeable)[number];

/** A place for something new: a list, and the entry it comes after. */
export interface NewPlace {
  /** Unique, and the same for as long as the entry is there. */
  value: string;
  group: string;
  label: string;
  /** Of the file with the list, without its language. */
  file: string;
  list: YamlPath;
  after: number;
  /** Ids that an entry of the list has already. */
  taken: string[];
}

interface PlacesInput {
  draft: Draft;
  files: Files;
  kind: Makeable;
  language: Language;
}

/** Every place for a page of this kind, from the Danish files, in course order. */
export async function placesFor({ draft, files, kind, language }: PlacesInput): Promise<NewPlace[]> {
  const titles = await factsOf(draft, files);
  const found: NewPlace[] = [];
  for (const file of [...files.values()].toSorted(byPath)) {
    if (!file.path.startsWith('da/') || !file.path.endsWith('.yaml')) continue;
    const source = String(await draft.read(file));
    if (!looksLike[kind].test(source)) continue;
    const path = withoutLanguage(file.path);
    const heading = headingOf(partOf(path), titles, language);
    const named = (name: string) => titles.get(file.path.replace(/[^/]+$/, name))?.title ?? name;
    found.push(...listsIn[kind](valueOf(source), named).map((place) => placeOf(place, path, heading)));
  }
  return found;
}

function byPath({ path: a }: { path: string }, { path: b }: { path: string }): number {
  return a.localeCompare(b, 'da', { numeric: true });
}

/** A cheap check, to avoid parsing every file. */
const looksLike: Record<Makeable, RegExp> = {
  laeseside: /^steps:\n +- id:/m,
  spoergsmaal: /^steps:\n +- id:/m,
  valg: /^steps:\n +- id:/m,
  scene: /^people:$/m,
  vaerktoej: /^tools:$/m,
};

type Found = Pick<NewPlace, 'label' | 'list' | 'after' | 'taken'> & { within?: string; key: string };

function placeOf({ within = '', key, ...found }: Found, file: string, heading: string): NewPlace {
  return { ...found, file, value: `${file}#${key}`, group: within === '' ? heading : `${heading}: ${within}` };
}

type Entry = Record<string, unknown>;

const listsIn: Record<Makeable, (value: unknown, named: (file: string) => string) => Found[]> = {
  laeseside: (value) => {
    const steps = entriesOf(value, 'steps');
    const taken = steps.map(({ id }) => String(id));
    return steps.map(({ id, title }, after) => ({
      ...{ label: String(title), list: ['steps'], after, taken, key: String(id) },
    }));
  },
  spoergsmaal: afterQuestions,
  valg: afterQuestions,
  scene: (value) =>
    entriesOf(value, 'people').flatMap((person, index) =>
      entriesOf(person, 'scenes').map(({ title }, after) => ({
        ...{ label: String(title), list: ['people', index, 'scenes'], after, taken: [] },
        ...{ within: String(person['name']), key: `${String(person['id'])}:${after}` },
      })),
    ),
  vaerktoej: (value, named) => {
    const tools = listOf(value, 'tools').map(String);
    return tools.map((tool, after) => ({ label: named(tool), list: ['tools'], after, taken: tools, key: tool }));
  },
};

/** After each question but those whose answers are buttons that go on: nothing can come below them. */
function afterQuestions(value: unknown): Found[] {
  const steps = entriesOf(value, 'steps');
  const taken = steps.flatMap((step) => entriesOf(step, 'questions')).map(({ id }) => String(id));
  return steps.flatMap((step, index) =>
    entriesOf(step, 'questions').flatMap(({ id, ask, leadsOn }, after) =>
      leadsOn === true
        ? []
        : [
            {
              ...{ label: String(ask), list: ['steps', index, 'questions'], after, taken },
              ...{ within: String(step['title']), key: `${String(step['id'])}:${String(id)}` },
            },
          ],
    ),
  );
}

function valueOf(source: string): unknown {
  try {
    return parse(source, { logLevel: 'silent' });
  } catch {
    // The check reports what is wrong with the file; until it is corrected, nothing can be added there.
    return undefined;
  }
}

function listOf(value: unknown, key: string): unknown[] {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return Array.isArray(found) ? found : [];
}

function entriesOf(value: unknown, key: string): Entry[] {
  return listOf(value, key).filter((one): one is Entry => typeof one === 'object' && one !== null);
}
