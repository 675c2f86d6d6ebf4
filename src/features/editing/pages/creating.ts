import type { Fault } from '../../../content/faults.ts';
import type { Language } from '../../../domain/viewer.ts';
import type { Editing } from '../editing.ts';
import { inLanguage, isCoursePath, nameOf } from '../paths.ts';
import { draftWith, newFaults, saveEdits, type Edits } from './edits.ts';
import { placesFor, type Makeable, type NewPlace } from './places.ts';
import { templates } from './templates.ts';
import { addToList } from './yamlList.ts';
import type { Files } from '../store/versions.ts';

export interface NewPage {
  kind: Makeable;
  /** See `NewPlace`. */
  place: string;
  title: Record<Language, string>;
  /** Of its file; made of the Danish title if it is empty. */
  name: string;
}

export type NewPageFault = 'title' | 'titleEn' | 'ask' | 'askEn' | 'place' | 'name' | 'taken' | 'met';

type Created =
  | { path: string }
  | { fault: NewPageFault; faults?: undefined }
  | { fault?: undefined; faults: readonly Fault[] };

const LANGUAGES = ['da', 'en'] as const;

/** Makes a page in each language of its place, and adds it to the list that shows it. */
export async function createPage(editing: Editing, page: NewPage): Promise<Created> {
  const { draft, checkDraft } = editing;
  const files = await draft.files();
  const places = await placesFor({ draft, files, kind: page.kind, language: 'da' });
  const place = places.find(({ value }) => value === page.place);
  const name = isQuestion(page.kind) ? freeId(page.title.da, place?.taken ?? []) : fileName(page);
  const fault = faultOf(page, { place, name, files });
  if (fault || !place) return { fault: fault ?? 'place' };
  const edits = await editsOf(editing, { files, place, page: { ...page, name } });
  if (!edits) return { fault: 'place' };
  const after = await checkDraft(await draftWith(editing, files, edits));
  const faults = newFaults(await checkDraft(files), after).filter(({ about }) => about !== 'placeholder');
  if (faults.length > 0) return { faults };
  if (!(await saveEdits(draft, files, { edits }))) return { fault: 'met' };
  return { path: [...edits.keys()].find((path) => path.startsWith('da/')) ?? inLanguage(place.file, 'da') };
}

/** Whether it is asked on a page that there is, and so has no file. */
export function isQuestion(kind: Makeable): boolean {
  return kind === 'spoergsmaal' || kind === 'valg';
}

function fileName({ name, title }: NewPage): string {
  return nameOf(name || title.da)
    .slice(0, 60)
    .replaceAll('.', '-');
}

/** An id made of the question's first words, that no other question of the activity has. */
function freeId(ask: string, taken: readonly string[]): string {
  const words = nameOf(ask)
    .replaceAll('.', '-')
    .replace(/^[^a-z]+/, '');
  const id = words.split('-').slice(0, 4).join('-').slice(0, 30).replace(/-+$/, '') || 'nyt';
  const numbered = [id, ...Array.from({ length: taken.length + 1 }, (_, index) => `${id}-${index + 2}`)];
  return numbered.find((one) => !taken.includes(one)) ?? id;
}

interface Checked {
  place: NewPlace | undefined;
  name: string;
  files: Files;
}

function faultOf({ kind, title }: NewPage, { place, name, files }: Checked): NewPageFault | undefined {
  if (title.da === '') return isQuestion(kind) ? 'ask' : 'title';
  if (!place) return 'place';
  if (title.en === '' && files.has(inLanguage(place.file, 'en'))) return isQuestion(kind) ? 'askEn' : 'titleEn';
  const { file } = templates[kind]({ name, title: title.da, language: 'da' });
  if (!file) return undefined;
  const path = pathOf(place, name, file.ending);
  if (!/^[a-z]/.test(name) || !isCoursePath(inLanguage(path, 'da'))) return 'name';
  const isTaken = LANGUAGES.some((language) => files.has(inLanguage(path, language))) || place.taken.includes(name);
  return isTaken ? 'taken' : undefined;
}

function pathOf({ file }: NewPlace, name: string, ending: string): string {
  return `${file.slice(0, file.lastIndexOf('/') + 1)}${name}.${ending}`;
}

/**
 * The edits, new pages first, since a page that no file names yet has no effect. Undefined if a list cannot take an
 * entry.
 */
async function editsOf(
  { draft }: Editing,
  { files, place, page }: { files: Files; place: NewPlace; page: NewPage },
): Promise<Edits | undefined> {
  const pages = new Map<string, string>();
  const lists = new Map<string, string>();
  for (const language of LANGUAGES) {
    const list = files.get(inLanguage(place.file, language));
    if (!list) continue;
    const { file, lines } = templates[page.kind]({ name: page.name, title: page.title[language], language });
    if (file) pages.set(inLanguage(pathOf(place, page.name, file.ending), language), file.text);
    const added = addToList(String(await draft.read(list)), place.list, { after: place.after, lines });
    if (added === undefined) return undefined;
    lists.set(list.path, added);
  }
  return new Map([...pages, ...lists]);
}
