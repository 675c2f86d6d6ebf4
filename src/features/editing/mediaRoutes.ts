import type { Request, Response, Router } from 'express';
import { fieldIn } from '../../http/fieldIn.ts';
import { drawingPolicy } from '../../http/headers.ts';
import { Problem } from '../../http/problem.ts';
import { nameAddress } from './addresses.ts';
import { mediaFault } from './media.ts';
import { fileIn } from '../../http/multipart.ts';
import { usesOf } from './pages/uses.ts';
import { isCoursePath, isText, nameOf } from './paths.ts';
import type { EditorDeps, PageOf } from './deps.ts';

interface Asked {
  req: Request;
  res: Response;
  error?: string;
}

/** `/redaktion/medier`: pictures, and captions of films. An upload may replace a file of the same name. */
export function mediaRoutes(router: Router, deps: EditorDeps, pageOf: PageOf): void {
  router.get('/medier', (req, res) => show(deps, pageOf, { req, res }));
  router.post('/medier', async (req, res) => {
    const { media: text } = pageOf(req, res).text.editing;
    const file = await fileIn(req, 'fil');
    if (!file) return show(deps, pageOf, { req, res, error: text.faults.none });
    const path = `media/${fieldIn(req, 'navn').trim() || nameOf(file.name)}`;
    if (!isCoursePath(path)) return show(deps, pageOf, { req, res, error: text.faults.name });
    const found = mediaFault(path, file.bytes);
    if (found) return show(deps, pageOf, { req, res, error: `${text.faults[found.fault]}${lineOf(found)}` });
    const before = (await deps.draft.files()).get(path)?.hash ?? '';
    // If two editors upload the same name at once, the second is told so and sees the first one's picture.
    const isSaved = await deps.draft.save(path, before, file.bytes);
    if (!isSaved) return show(deps, pageOf, { req, res, error: text.faults.met });
    deps.log.info({ code: 'course-file-saved', file: path }, 'editor');
    res.redirect(303, `/redaktion/medier?gemt=${encodeURIComponent(path)}`);
  });
  router.get('/medier/fil', async (req, res) => {
    const { sti: path } = req.query;
    const file = typeof path === 'string' ? (await deps.draft.files()).get(path) : undefined;
    if (!file || isText(file.path)) throw new Problem('not-found');
    const bytes = await deps.draft.read(file);
    // A drawing opened at its own address is a document of our site, so it must not run scripts.
    res.set('Content-Security-Policy', drawingPolicy);
    res.type(file.path.slice(file.path.lastIndexOf('.') + 1)).send(bytes);
  });
}

const isPicture = /\.(?:svg|png|jpe?g|webp)$/;

function lineOf({ line }: { line?: number }): string {
  return line === undefined ? '' : ` (${line})`;
}

async function show(deps: EditorDeps, pageOf: PageOf, { req, res, error }: Asked): Promise<void> {
  const page = pageOf(req, res);
  const { draft } = deps;
  const { media: text } = page.text.editing;
  const files = await draft.files();
  const paths = [...files.keys()].filter((path) => path.startsWith('media/') && isPicture.test(path));
  const uses = await usesOf(deps, files, { paths: new Set(paths), language: page.language });
  const saved = typeof req.query['gemt'] === 'string' && files.has(req.query['gemt']) ? req.query['gemt'] : '';
  res.status(error === undefined ? 200 : 422).render('editing/media', {
    ...page,
    title: text.title,
    wide: true,
    error,
    errors: error === undefined ? [] : [{ href: '#fil', message: error }],
    message: saved && text.saved(saved),
    replaces: typeof req.query['navn'] === 'string' ? req.query['navn'] : '',
    pictures: [...files.values()]
      .filter(({ path }) => paths.includes(path))
      .map(({ path, size, hash }) => ({
        name: path.slice('media/'.length),
        naming: nameAddress(path),
        replacing: `/redaktion/medier?${new URLSearchParams({ navn: path.slice('media/'.length) }).toString()}#navn`,
        uses: uses.get(path) ?? [],
        used: text.used(uses.get(path)?.length ?? 0),
        size: `${Math.ceil(size / 1024)} kB`,
        src: `/redaktion/medier/fil?${new URLSearchParams({ sti: path, v: hash.slice(0, 8) }).toString()}`,
      })),
  });
}
