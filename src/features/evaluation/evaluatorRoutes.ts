import express, { Router, type Request, type Response } from 'express';
import type { Logger } from 'pino';
import type { Courses } from '../../content/course.ts';
import type { Language } from '../../domain/viewer.ts';
import { noStore } from '../../http/headers.ts';
import type { Limited } from '../../http/limited.ts';
import { checkLinkForm, csrfOf, linkSession, type LinkAccess } from '../../http/linkSession.ts';
import type { Rooms } from '../../rooms/rooms.ts';
import { texts } from '../../text/texts.ts';
import { courseIn } from '../../content/find.ts';
import { classRates } from './classRates.ts';
import { LEAST_ANSWERS } from './disclosure/disclosure.ts';
import { evaluation } from './figures.ts';
import { csvOf, jsonOf, sheetOf, type FilePart } from './files.ts';
import { chosenBy, filterFields, filtersIn, queryOf, roomChoices } from './filters.ts';
import { methodPage } from './methodPage.ts';
import { figuresPage, leftOutPage } from './page.ts';
import { readRooms, type ReadDeps, type ReadTogether } from './roomAnswers.ts';
import { shareWork } from '../../util/shareWork.ts';
import type { CourseRule } from '../../domain/courseRule.ts';
import type { Responses } from '../../responses/responses.ts';
import type { ActivityDeps } from './report/activity.ts';
import { reportForms, sendDrawing, sendReport } from './report/answers.ts';
import { reportPage } from './report/page.ts';
import { readReport } from './report/readReport.ts';
import { backgroundSection } from './report/background.ts';
import { readRows } from './rows/readRows.ts';
import { addRows, rowLinks, type RowRouteDeps } from './rows/routes.ts';

export interface EvaluatorDeps extends ReadDeps, Omit<RowRouteDeps, 'readAll'>, ActivityDeps {
  courses: Courses;
  rooms: Pick<Rooms, 'people' | 'all'>;
  responses: Pick<Responses, 'list' | 'listSealed'>;
  evaluators: LinkAccess;
  limited: Limited;
  config: { toolUrl: string; courseRule: CourseRule };
  log: Logger;
}

interface Deps extends EvaluatorDeps, ReadTogether {}

const PLACE = '/evaluering';

/** `/evaluering`: sums over all rooms, for people who signed in by a link from the server's command line. */
export function evaluatorRoutes(given: EvaluatorDeps): Router {
  const deps: Deps = { ...given, readAll: shareWork((surveys) => readRooms(given, surveys)) };
  const session = linkSession({
    path: PLACE,
    cookie: 'evaluering',
    role: 'evaluator',
    command: 'npm run evaluation -- link',
    words: (text) => text.evaluation,
    access: deps.evaluators,
    limited: deps.limited,
    toolUrl: deps.config.toolUrl,
    log: deps.log,
  });
  const router = Router();
  router.use(noStore, express.urlencoded({ extended: false, limit: '10kb', parameterLimit: 10 }));
  session.addSignIn(router);
  router.use(session.require, checkLinkForm());
  router.get('/', (req, res) => showPage(deps, { req, res, page: session.pageOf(req, res) }));
  router.get('/metode', (req, res) => {
    const page = session.pageOf(req, res);
    const back = { href: PLACE, label: page.text.evaluation.title };
    res.render('evaluation/method', { ...page, ...methodPage(page.language, back) });
  });
  addFiles(router, deps);
  addRows(router, deps);
  addReport(router, deps, session.pageOf);
  router.post('/log-ud', session.signOut);
  return Router().use(PLACE, router);
}

interface Shown {
  req: Request;
  res: Response;
  page: { language: Language; text: object };
}

async function showPage(deps: Deps, { req, res, page }: Shown): Promise<void> {
  const { language } = page;
  const text = texts[language].evaluation;
  const { surveys, filters, rooms, chosen, told } = await chosenIn(deps, req.query, language);
  const query = queryOf(filters);
  const course = courseIn(deps.courses, language);
  res.render('evaluation/page', {
    ...page,
    title: text.title,
    wide: true,
    intro: text.introAll(LEAST_ANSWERS),
    action: PLACE,
    fields: filterFields({ filters, course, rooms, language }),
    roomChoices: roomChoices({ filters, rooms, language }),
    chosen: chosen.size > 0 ? text.filter.rooms(chosen.size) : text.filter.none,
    report: { href: `${PLACE}/rapport${query}`, label: text.report.link },
    files: [
      { href: `${PLACE}/tal-regneark.csv${query}`, label: text.sheet },
      { href: `${PLACE}/hold-regneark.csv${query}`, label: text.sheetRooms },
      { href: `${PLACE}/tal.csv${query}`, label: text.csv },
      { href: `${PLACE}/hold.csv${query}`, label: text.csvRooms },
      { href: `${PLACE}/tal.json${query}`, label: text.json },
    ],
    rowFiles: rowLinks(PLACE, language),
    classRates: classRates({ surveys, rooms, chosen, wave: filters.wave || undefined, language }),
    method: `${PLACE}/metode`,
    leftOut: leftOutPage(surveys, language),
    signOut: { action: `${PLACE}/log-ud`, csrf: csrfOf(res) },
    ...figuresPage({ evaluation: told(chosen), language, tellsFew: false, wave: filters.wave || undefined }),
  });
}

function addFiles(router: Router, deps: Deps): void {
  const noteTaking = (req: Request) =>
    deps.log.info({ code: 'evaluation-taken', file: req.path.slice(1) }, 'evaluator');
  for (const [mark, fileOf] of [
    ['', csvOf],
    ['-regneark', sheetOf],
  ] as const) {
    router.get(`/tal${mark}.csv`, async (req, res) => {
      noteTaking(req);
      const { chosen, told } = await chosenIn(deps, req.query);
      const file = fileOf([{ figures: told(chosen).figures }], false);
      res.attachment(`evaluering${mark}.csv`).type('text/csv; charset=utf-8').send(file);
    });
    router.get(`/hold${mark}.csv`, async (req, res) => {
      noteTaking(req);
      const file = fileOf(partsOf(await chosenIn(deps, req.query)), false);
      res.attachment(`evaluering-hold${mark}.csv`).type('text/csv; charset=utf-8').send(file);
    });
  }
  router.get('/tal.json', async (req, res) => {
    noteTaking(req);
    const { chosen, told } = await chosenIn(deps, req.query);
    res.attachment('evaluering.json').json(jsonOf(told(chosen), false));
  });
}

type PageOf = (req: Request, res: Response) => Shown['page'];

/** The report on the chosen classes: as a page, as files, and each figure as a drawing. */
function addReport(router: Router, deps: Deps, pageOf: PageOf): void {
  const read = async (req: Request, language: Language) => {
    const found = await chosenIn(deps, req.query, language);
    const asked = { ...found, rooms: found.found, told: found.told(found.chosen), language };
    const rows = await readRows(deps, { surveys: found.surveys, rooms: found.found }, false);
    const background = rows.filter(({ room }) => found.chosen.has(room.id)).flatMap((one) => one.rows);
    const [activity, ...answers] = await readReport(deps, asked);
    const sections = [...(activity ? [activity] : []), backgroundSection(background, language), ...answers];
    return { ...found, sections };
  };
  router.get('/rapport', async (req, res) => {
    const page = pageOf(req, res);
    const { filters, sections, chosen } = await read(req, page.language);
    const { filter } = texts[page.language].evaluation;
    const query = queryOf(filters);
    res.render('evaluation/report', {
      ...page,
      ...reportPage({ sections, place: { path: `${PLACE}/rapport`, query }, language: page.language }),
      chosen: chosen.size > 0 ? filter.rooms(chosen.size) : filter.none,
      back: `${PLACE}${query}`,
    });
  });
  for (const form of reportForms)
    router.get(`/rapport${form}`, async (req, res) => {
      deps.log.info({ code: 'evaluation-taken', file: req.path.slice(1) }, 'evaluator');
      sendReport(res, (await read(req, 'da')).sections, form);
    });
  router.get('/rapport/:figure.svg', async (req, res) => {
    const { language } = pageOf(req, res);
    sendDrawing(res, (await read(req, language)).sections, { id: req.params['figure'], language });
  });
}

/** The chosen rooms together, then each of them separately. */
function partsOf({ chosen, rooms, told }: Awaited<ReturnType<typeof chosenIn>>): FilePart[] {
  return [
    { room: 'alle', figures: told(chosen).figures },
    ...rooms
      .filter(({ id }) => chosen.has(id))
      .map(({ id, pseudonym }) => ({ room: pseudonym, figures: told(new Set([id])).figures })),
  ];
}

/** @param language of the questions; the answers are the same in every language */
async function chosenIn(deps: Deps, query: Request['query'], language: Language = 'da') {
  const { surveys = [] } = courseIn(deps.courses, language);
  const filters = filtersIn(query);
  const found = await deps.readAll(surveys);
  const rooms = found.map(({ answers }) => answers);
  return { surveys, filters, found, rooms, chosen: chosenBy(filters, rooms), told: evaluation({ surveys, rooms }) };
}
