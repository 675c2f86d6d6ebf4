import type { Request, Response, Router } from 'express';
import type { Text } from '../../../text/texts.ts';
import { fieldIn } from '../../../http/fieldIn.ts';
import { changedFiles } from '../differences.ts';
import { fileIn } from '../../../http/multipart.ts';
import { mediaFault } from '../media.ts';
import { hashOfContent } from '../store/contents.ts';
import { unzip, zipOf } from './zip.ts';
import type { EditorDeps, PageOf } from '../deps.ts';

interface Asked {
  req: Request;
  res: Response;
  error?: string;
}

/** `/redaktion/flyt`: exporting and importing the draft as a zip. */
export function movingRoutes(router: Router, deps: EditorDeps, pageOf: PageOf): void {
  router.get('/flyt', (req, res) => show(pageOf, { req, res }));
  router.get('/flyt/kursus.zip', async (_req, res) => {
    const files = new Map<string, Uint8Array>();
    for (const file of (await deps.draft.files()).values()) files.set(file.path, await deps.draft.read(file));
    res
      .attachment(`${deps.courseId}.zip`)
      .type('zip')
      .send(Buffer.from(zipOf(files)));
  });
  router.post('/flyt', async (req, res) => {
    const { moving: text } = pageOf(req, res).text.editing;
    const zip = await fileIn(req, 'fil');
    const read = zip ? filesIn(zip.bytes, text) : { error: text.faults.none };
    const { changed, met } = read.files ? await bringIn(deps, read.files, fieldIn(req, 'fjern') === 'ja') : nothing;
    const error = met.length > 0 ? withPath(text.faults.met, met.join(', ')) : read.error;
    if (changed > 0) deps.log.info({ code: 'course-imported', changed }, 'editor');
    if (error === undefined) res.redirect(303, `/redaktion/flyt?rettet=${changed}`);
    else show(pageOf, { req, res, error });
  });
}

const nothing = { changed: 0, met: [] };

type MovingText = Text['editing']['moving'];

/** The files of a zip, or why none of them can be used. */
function filesIn(
  bytes: Buffer,
  text: MovingText,
): { files: Map<string, Uint8Array>; error?: undefined } | { files?: undefined; error: string } {
  const unzipped = unzip(bytes);
  if ('fault' in unzipped) return { error: withPath(text.faults[unzipped.fault], unzipped.path) };
  const { files } = unzipped;
  const unsafe = [...files].find(([path, content]) => path.endsWith('.svg') && mediaFault(path, Buffer.from(content)));
  return unsafe ? { error: withPath(text.faults.picture, unsafe[0]) } : { files };
}

/** Overwrites the draft's files; their former contents stay among each file's earlier texts. */
async function bringIn({ draft }: EditorDeps, files: ReadonlyMap<string, Uint8Array>, removesOthers: boolean) {
  const before = await draft.files();
  const met: string[] = [];
  for (const [path, bytes] of files) {
    const base = before.get(path)?.hash ?? '';
    const isSaved = base === hashOfContent(bytes) || (await draft.save(path, base, bytes));
    if (!isSaved) met.push(path);
  }
  const others = [...before.values()].filter(({ path }) => removesOthers && !files.has(path));
  for (const { path, hash } of others) if (!(await draft.remove(path, hash))) met.push(path);
  return { changed: changedFiles(before, await draft.files()).length, met };
}

function withPath(message: string, path: string | undefined): string {
  return path === undefined ? message : `${message} (${path})`;
}

function show(pageOf: PageOf, { req, res, error }: Asked): void {
  const page = pageOf(req, res);
  const { moving: text } = page.text.editing;
  const { rettet: changed } = req.query;
  res.status(error === undefined ? 200 : 422).render('editing/moving', {
    ...page,
    title: text.title,
    errors: error === undefined ? [] : [{ href: '#fil', message: error }],
    error,
    message: typeof changed === 'string' && /^\d{1,5}$/.test(changed) && text.done(Number(changed)),
  });
}
