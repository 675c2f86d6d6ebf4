import type { Router } from 'express';
import { changedFiles } from './differences.ts';
import { factsOf } from './facts.ts';
import { listPage, rowWithPart } from './listPage.ts';
import { publishedFiles } from './published.ts';
import { textsWith } from './searching.ts';
import type { EditorDeps, PageOf } from './deps.ts';

/** The longest search text, in characters. */
const LONGEST = 100;

/** `/redaktion`: everything that can be written. */
export function listRoutes(router: Router, deps: EditorDeps, pageOf: PageOf): void {
  const { draft, checkDraft } = deps;
  router.get('/', async (req, res) => {
    const page = pageOf(req, res);
    const files = await draft.files();
    const check = await checkDraft(files);
    const changed = changedFiles(await publishedFiles(deps), files);
    const input = { files, titles: await factsOf(draft, files), check, changed, language: page.language };
    const removed = (await draft.removed()).map(({ path }) => path);
    const { find } = req.query;
    const sought = typeof find === 'string' ? find.trim().slice(0, LONGEST) : '';
    const found = sought === '' ? [] : await textsWith(draft, files, sought);
    res.render('editing/list', {
      ...page,
      ...listPage(input),
      removed,
      justRemoved: req.query['slettet'] !== undefined,
      sought,
      found: found.map(({ path, line }) => ({ ...rowWithPart(path, input), line })),
      foundTitle: sought && page.text.editing.list.found(found.length, sought),
    });
  });
}
