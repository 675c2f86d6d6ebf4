import type { Request, Response, Router } from 'express';
import { fieldIn } from '../../../http/fieldIn.ts';
import type { Language } from '../../../domain/viewer.ts';
import { Problem } from '../../../http/problem.ts';
import { texts } from '../../../text/texts.ts';
import { fileAddress, nameAddress } from '../addresses.ts';
import { warningsOf } from '../answers/warnings.ts';
import { factsOf } from '../facts.ts';
import { calledIn, type Titles } from '../names.ts';
import { isCoursePath, isText, nameOf, withoutLanguage } from '../paths.ts';
import { shownFaults } from '../shownFaults.ts';
import { saveEdits } from './edits.ts';
import { bothOf, planRemoval, planRename, type PackageChange } from './removing.ts';
import { restoreFile } from './restoring.ts';
import { usesOf, type Use } from './uses.ts';
import type { Files } from '../store/versions.ts';
import type { EditorDeps, PageOf } from '../deps.ts';

interface Asked {
  req: Request;
  res: Response;
  refused?: { status: number; error: string; change?: PackageChange };
}

/** `/redaktion/navn`: renaming and removing a page or picture; `/redaktion/slettet`: restoring it. */
export function nameRoutes(router: Router, deps: EditorDeps, pageOf: PageOf): void {
  router.get('/navn', (req, res) => show(deps, pageOf, { req, res }));
  router.post('/navn', (req, res) =>
    fieldIn(req, 'intent') === 'slet' ? remove(deps, pageOf, { req, res }) : rename(deps, pageOf, { req, res }),
  );
  router.post('/slettet', async (req, res) => {
    const path = await restoreFile(deps, fieldIn(req, 'sti'));
    if (path === undefined) throw new Problem('not-found');
    deps.log.info({ code: 'course-file-restored', file: path }, 'editor');
    res.redirect(303, isText(path) ? `${fileAddress(path)}&tilbage` : '/redaktion/medier');
  });
}

async function rename(deps: EditorDeps, pageOf: PageOf, { req, res }: Asked): Promise<void> {
  const { naming: text } = pageOf(req, res).text.editing;
  const files = await deps.draft.files();
  const path = pathIn(req);
  const change = await planRename(deps, files, { path, name: nameOf(fieldIn(req, 'navn')) });
  const refuse = (status: number, error: string) =>
    show(deps, pageOf, { req, res, refused: { status, error, ...(change && { change }) } });
  if (!change) return refuse(422, text.faults.name);
  if (change.faults.length > 0) return refuse(409, text.faults.rename);
  if (!(await saveEdits(deps.draft, files, change))) return refuse(409, text.faults.met);
  const renamed = [...change.named].find(([, from]) => from === path)?.[0] ?? path;
  deps.log.info({ code: 'course-file-renamed', file: renamed }, 'editor');
  res.redirect(303, isText(renamed) ? `${fileAddress(renamed)}&omdoebt` : '/redaktion/medier');
}

async function remove(deps: EditorDeps, pageOf: PageOf, { req, res }: Asked): Promise<void> {
  const page = pageOf(req, res);
  const { naming: text } = page.text.editing;
  const files = await deps.draft.files();
  const path = pathIn(req);
  const change = await planRemoval(deps, files, path);
  const refuse = (error: string) => show(deps, pageOf, { req, res, refused: { status: 409, error, change } });
  const uses = await usesOfMedia(deps, files, { path, language: page.language });
  if (change.faults.length > 0 || uses.length > 0) return refuse(text.faults.used);
  if (!(await saveEdits(deps.draft, files, change))) return refuse(text.faults.met);
  deps.log.info({ code: 'course-file-removed', file: path }, 'editor');
  res.redirect(303, '/redaktion?slettet#slettet');
}

async function show(deps: EditorDeps, pageOf: PageOf, { req, res, refused }: Asked): Promise<void> {
  const page = pageOf(req, res);
  const { naming: text } = page.text.editing;
  const path = pathIn(req);
  const files = await deps.draft.files();
  if (!files.has(path)) throw new Problem('not-found');
  const { language } = page;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const titles = await factsOf(deps.draft, files);
  res.status(refused?.status ?? 200).render('editing/name', {
    ...page,
    title: text.title(isText(path) ? calledIn(withoutLanguage(path), titles, language).name : name),
    back: isText(path) ? fileAddress(path) : '/redaktion/medier',
    action: nameAddress(path),
    both: bothOf(files, path),
    name: fieldIn(req, 'navn') || name.slice(0, name.lastIndexOf('.')),
    error: refused?.error,
    errors: refused ? [{ href: '#navn', message: refused.error }] : [],
    ...(await removalOf(deps, files, { path, titles, language, change: refused?.change })),
  });
}

interface Removed {
  path: string;
  titles: Titles;
  language: Language;
  /** The change that was requested and refused, if any. */
  change: PackageChange | undefined;
}

/** Whether it can be removed, and what must be corrected first. */
async function removalOf(deps: EditorDeps, files: Files, { path, titles, language, change }: Removed) {
  const { faults, concerned } = await planRemoval(deps, files, path);
  const uses = await usesOfMedia(deps, files, { path, language });
  return {
    uses,
    // A picture that is missing is a fault of each place that shows it.
    faults: uses.length > 0 ? [] : placesOf(change?.faults ?? faults, titles, language),
    mayRemove: faults.length === 0 && uses.length === 0,
    answers: warningsOf(concerned, texts[language]),
  };
}

/** The places where a picture or film is shown; none for a text, whose uses the faults tell. */
async function usesOfMedia(
  deps: EditorDeps,
  files: Files,
  { path, language }: { path: string; language: Language },
): Promise<Use[]> {
  const found = isText(path) ? undefined : await usesOf(deps, files, { paths: new Set([path]), language });
  return found?.get(path) ?? [];
}

/** Where it is in use. The faults' own wording would puzzle, since the file is not missing yet. */
function placesOf(faults: PackageChange['faults'], titles: Titles, language: Language) {
  return shownFaults(faults, titles, language).map((one) => ({ ...one, message: '' }));
}

function pathIn({ query: { sti: path } }: Request): string {
  if (typeof path !== 'string' || !isCoursePath(path)) throw new Problem('not-found');
  return path;
}
