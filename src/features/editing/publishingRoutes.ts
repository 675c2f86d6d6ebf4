import type { Request, Response, Router } from 'express';
import { isDay } from '../../domain/week.ts';
import { fieldIn } from '../../http/fieldIn.ts';
import { draftConcerned, warningsOf } from './answers/warnings.ts';
import { changedFiles, shownDifferences } from './differences.ts';
import { factsOf } from './facts.ts';
import { publishedFiles } from './published.ts';
import { shownFaults } from './shownFaults.ts';
import type { EditorDeps, PageOf } from './deps.ts';

/** `/redaktion/udgiv`: what has changed since the last version, and the button that publishes it. */
export function publishingRoutes(router: Router, deps: EditorDeps, pageOf: PageOf): void {
  router.get('/udgiv', (req, res) => show(deps, pageOf, { req, res }));
  router.post('/udgiv', async (req, res) => {
    const { publishing: text } = pageOf(req, res).text.editing;
    const [who, day, note] = [fieldIn(req, 'hvem'), fieldIn(req, 'fra'), fieldIn(req, 'note').slice(0, 300)];
    if (who === 'fra' && !isDay(day))
      return show(deps, pageOf, { req, res, refused: { status: 422, error: text.noDay } });
    const order = { after: Number(fieldIn(req, 'efter')), note, from: who === 'fra' ? day : '' };
    const outcome = await deps.publishing.publish(order);
    if (outcome.kind === 'overtaken')
      return show(deps, pageOf, { req, res, refused: { status: 409, error: text.overtaken } });
    // The page itself lists the faults.
    if (outcome.kind !== 'published')
      return show(deps, pageOf, { req, res, refused: { status: 422, error: text.faults } });
    deps.log.info({ code: 'course-published', version: outcome.version.number }, 'editor');
    res.redirect(303, `/redaktion/versioner?udgivet=${outcome.version.number}`);
  });
}

interface Asked {
  req: Request;
  res: Response;
  refused?: { status: number; error: string };
}

async function show(deps: EditorDeps, pageOf: PageOf, { req, res, refused }: Asked): Promise<void> {
  const page = pageOf(req, res);
  const { draft, checkDraft, served } = deps;
  await served.refresh();
  const files = await draft.files();
  const check = await checkDraft(files);
  const { faults, hard } = check;
  const titles = await factsOf(draft, files);
  const changed = changedFiles(await publishedFiles(deps), files);
  const stopping = faults.filter((fault) => !hard.includes(fault));
  res.status(refused?.status ?? 200).render('editing/publish', {
    ...page,
    title: page.text.editing.publishing.title,
    wide: true,
    after: served.published().length,
    changes: await shownDifferences(changed, draft.read, { titles, there: files, language: page.language }),
    faults: shownFaults(stopping, titles, page.language),
    hard: shownFaults(hard, titles, page.language),
    answers: warningsOf(await draftConcerned(deps, check), page.text),
    mayPublish: stopping.length === 0 && changed.length > 0,
    error: refused?.error,
    errors: refused ? [{ href: '#udgiv', message: refused.error }] : [],
    note: fieldIn(req, 'note'),
    day: fieldIn(req, 'fra'),
    isLater: fieldIn(req, 'hvem') === 'fra',
  });
}
