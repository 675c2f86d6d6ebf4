import type { Request, Response, Router } from 'express';
import type { Language } from '../../domain/viewer.ts';
import { Problem } from '../../http/problem.ts';
import { locale } from '../../text/locale.ts';
import { answersConcerned, warningsOf } from './answers/warnings.ts';
import { changedFiles, differencesNow } from './differences.ts';
import { timeIn } from './filePage.ts';
import { filesOf, inUse, sizeOf } from './published.ts';
import type { EditorDeps, PageOf } from './deps.ts';

/** `/redaktion/versioner`: all published versions, their differences, and going back to one. */
export function versionRoutes(router: Router, deps: EditorDeps, pageOf: PageOf): void {
  router.get('/versioner', (req, res) => showList(deps, pageOf, { req, res }));
  router.get('/versioner/:number', (req, res) => showOne(deps, pageOf, { req, res }));
  router.get('/versioner/:number/brug', (req, res) => askFirst(deps, pageOf, { req, res }));
  router.post('/versioner/:number/brug', async (req, res) => {
    const { served, publishing, log } = deps;
    await served.refresh();
    const after = served.published().length;
    const outcome = await publishing.bringBack(numberIn(req), { after, note: '', from: '' });
    if (outcome.kind === 'no-such-version') throw new Problem('not-found');
    if (outcome.kind !== 'published') return showList(deps, pageOf, { req, res, isOvertaken: true });
    log.info({ code: 'course-brought-back', version: numberIn(req) }, 'editor');
    res.redirect(303, `/redaktion/versioner?udgivet=${outcome.version.number}`);
  });
}

interface Asked {
  req: Request;
  res: Response;
  /** Another version was published just before this one was to be. */
  isOvertaken?: boolean;
}

async function showList(deps: EditorDeps, pageOf: PageOf, { req, res, isOvertaken }: Asked): Promise<void> {
  const page = pageOf(req, res);
  const { versions: text, publishing } = page.text.editing;
  await deps.served.refresh();
  const published = deps.served.published();
  const current = inUse(published);
  const done = published.find(({ number }) => String(number) === req.query['udgivet']);
  res.status(isOvertaken ? 409 : 200).render('editing/versions', {
    ...page,
    title: text.title,
    wide: true,
    message: isOvertaken ? publishing.overtaken : '',
    done: done && { heading: publishing.published(done.number), message: publishing.publishedText },
    isZero: current === 0,
    kept: published.length > 0 && text.kept(published.length, megabytes(sizeOf(published), page.language)),
    versions: published.toReversed().map(({ number, at, note, from, bringsBack }) => ({
      number,
      when: timeIn(at, page.language),
      note: [bringsBack === undefined ? '' : text.broughtBack(bringsBack), note].filter(Boolean).join(': '),
      who: from === '' ? text.all : text.from(from),
      isInUse: number === current || (from !== '' && number > current),
      mayBringBack: number !== current,
    })),
  });
}

async function showOne(deps: EditorDeps, pageOf: PageOf, { req, res }: Asked): Promise<void> {
  const page = pageOf(req, res);
  const { versions: text } = page.text.editing;
  const number = numberIn(req);
  const [before, after] = [await filesOf(deps, number - 1), await filesOf(deps, number)];
  if (!before || !after) throw new Problem('not-found');
  res.render('editing/version', {
    ...page,
    title: text.differences(number, number - 1),
    wide: true,
    number,
    bringBack: text.bringBackTitle(number),
    changes: await differencesNow(deps, changedFiles(before, after), page.language),
  });
}

/** What using a version again would change, shown before it is done. */
async function askFirst(deps: EditorDeps, pageOf: PageOf, { req, res }: Asked): Promise<void> {
  const page = pageOf(req, res);
  const { versions: text } = page.text.editing;
  const number = numberIn(req);
  await deps.served.refresh();
  const [now, then] = [await filesOf(deps, inUse(deps.served.published())), await filesOf(deps, number)];
  const courses = await deps.served.courseOf(number);
  if (!now || !then || !courses) throw new Problem('not-found');
  res.render('editing/bringBack', {
    ...page,
    title: text.bringBackTitle(number),
    wide: true,
    number,
    answers: warningsOf(await answersConcerned(deps, courses), page.text),
    changes: await differencesNow(deps, changedFiles(now, then), page.language),
  });
}

function megabytes(bytes: number, language: Language): string {
  return (bytes / 1_000_000).toLocaleString(locale[language], { maximumFractionDigits: 1 });
}

function numberIn({ params: { number } }: Request): number {
  if (typeof number !== 'string' || !/^\d{1,6}$/.test(number)) throw new Problem('not-found');
  return Number(number);
}
