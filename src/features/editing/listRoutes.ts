import type { Router } from 'express';
import { changedFiles } from './differences.ts';
import { factsOf } from './facts.ts';
import { listPage } from './listPage.ts';
import { publishedFiles } from './published.ts';
import type { EditorDeps, PageOf } from './routes.ts';

/** `/redaktion`: everything that can be written. */
export function listRoutes(router: Router, deps: EditorDeps, pageOf: PageOf): void {
  const { draft, checkDraft } = deps;
  router.get('/', async (req, res) => {
    const page = pageOf(req, res);
    const files = await draft.files();
    const check = await checkDraft(files);
    const changed = changedFiles(await publishedFiles(deps), files);
    const titles = await factsOf(draft, files);
    const removed = (await draft.removed()).map(({ path }) => path);
    const model = listPage({ files, titles, check, changed, language: page.language });
    res.render('editing/list', { ...page, ...model, removed, justRemoved: req.query['slettet'] !== undefined });
  });
}
