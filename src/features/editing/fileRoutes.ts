import type { NextFunction, Request, Response, Router } from 'express';
import { fieldIn } from '../../http/fieldIn.ts';
import { mayFrameOurs } from '../../http/headers.ts';
import { checkLinkForm } from '../../http/linkSession.ts';
import { Problem } from '../../http/problem.ts';
import { fileAddress } from './addresses.ts';
import { filePage, type Written } from './filePage.ts';
import { isCoursePath, isText } from './paths.ts';
import { publishedFiles } from './published.ts';
import { hashOfContent } from './store/contents.ts';
import type { EditorDeps, PageOf } from './deps.ts';

/** In bytes: the largest file that a package may have. */
const LONGEST = 256 * 1024;

/** `/redaktion/fil`: writing one file. Nobody's text is overwritten unseen, and a refused text comes back whole. */
export function fileRoutes(router: Router, deps: EditorDeps, pageOf: PageOf): void {
  const show = showing(deps, pageOf);
  const check = checkLinkForm();
  router.get('/fil', (req, res) => show(req, res, {}));
  // Comes before the form check of all other pages, so that a refused form comes back with its text.
  router.post('/fil', (req: Request, res: Response, next: NextFunction) => {
    check(req, res, (error?: unknown) => {
      if (error === undefined || fieldIn(req, 'text') === '') next(error);
      else show(req, res, { ...writtenIn(req), problem: 'refused' }).catch(next);
    });
  });
  router.post('/fil', (req, res) => change(deps, { req, res }, show));
}

type Show = (req: Request, res: Response, written: Written) => Promise<void>;

const statuses = { refused: 403, conflict: 409, tooLong: 413, check: 200 } as const;

function showing(deps: EditorDeps, pageOf: PageOf): Show {
  return async (req, res, written) => {
    const page = pageOf(req, res);
    const path = pathIn(req);
    const model = await filePage(deps, { path, written, language: page.language, query: req.query });
    mayFrameOurs(res);
    res.status(written.problem ? statuses[written.problem] : 200).render('editing/file', { ...page, ...model });
  };
}

async function change(deps: EditorDeps, { req, res }: { req: Request; res: Response }, show: Show): Promise<void> {
  const path = pathIn(req);
  const written = writtenIn(req);
  const bytes = Buffer.from(written.text);
  if (fieldIn(req, 'intent') === 'check') return show(req, res, { ...written, problem: 'check' });
  if (fieldIn(req, 'intent') === 'undo') return undo(deps, { req, res }, show);
  if (bytes.length > LONGEST) return show(req, res, { ...written, problem: 'tooLong' });
  if (!(await deps.draft.save(path, written.base, bytes))) return show(req, res, { ...written, problem: 'conflict' });
  deps.log.info({ code: 'course-file-saved', file: path }, 'editor');
  res.redirect(303, `${fileAddress(path)}&gemt`);
}

/** Resets the draft's file to the published content. */
async function undo({ draft, ...deps }: EditorDeps, { req, res }: { req: Request; res: Response }, show: Show) {
  const path = pathIn(req);
  const written = writtenIn(req);
  const published = (await publishedFiles({ draft, ...deps })).get(path);
  const isDone = published
    ? await draft.save(path, written.base, await draft.read(published))
    : await draft.remove(path, written.base);
  if (!isDone) return show(req, res, { ...written, problem: 'conflict' });
  res.redirect(303, published ? `${fileAddress(path)}&gemt` : '/redaktion');
}

function pathIn({ query: { sti: path } }: Request): string {
  if (typeof path !== 'string' || !isText(path) || !isCoursePath(path)) throw new Problem('not-found');
  return path;
}

/** Browsers always send lines that end in CR and LF. */
function writtenIn(req: Request): Written & { text: string; base: string } {
  const text = fieldIn(req, 'text').replaceAll('\r\n', '\n');
  const base = fieldIn(req, 'base');
  // Restores the final line break, which an editor may have deleted by accident.
  const whole = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  return { text: hashOfContent(Buffer.from(text)) === base ? text : whole, base };
}
