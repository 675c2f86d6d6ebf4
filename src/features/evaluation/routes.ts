import type { Courses } from '../../content/course.ts';
import type { RoomRoute, Visit } from '../../http/route.ts';
import type { Rooms } from '../../rooms/rooms.ts';
import { Problem } from '../../http/problem.ts';
import { texts } from '../../text/texts.ts';
import { isOfKind } from '../../activities/kinds.ts';
import { courseIn } from '../../content/find.ts';
import { LEAST_ANSWERS } from './disclosure/disclosure.ts';
import { evaluation } from './figures.ts';
import { csvOf, jsonOf, sheetOf } from './files.ts';
import { filterFields, filtersIn } from './filters.ts';
import { methodPage } from './methodPage.ts';
import { figuresPage, leftOutPage } from './page.ts';
import { readRoom, type ReadDeps, type RoomAnswers } from './roomAnswers.ts';
import type { Responses } from '../../responses/responses.ts';
import type { ActivityDeps } from './report/activity.ts';
import { reportForms, sendDrawing, sendReport } from './report/answers.ts';
import { reportPage } from './report/page.ts';
import { readReport } from './report/readReport.ts';
import { roomPath } from '../../http/roomPath.ts';

export interface EvaluationDeps extends ReadDeps, ActivityDeps {
  courses: Courses;
  rooms: Pick<Rooms, 'people' | 'room'>;
  responses: Pick<Responses, 'list' | 'listSealed'>;
}

/** The evaluation of the instructor's own room: its totalled answers, on a page and as files. */
export function evaluationRoutes(deps: EvaluationDeps): RoomRoute[] {
  return [
    {
      ...get('/aktivitet/:activity', ({ viewer, req, res }) => {
        const survey = deps.courses.da.surveys?.find(({ id }) => id === req.params['activity']);
        const wave = survey ? `?maaling=${survey.wave}` : '';
        res.redirect(303, roomPath(viewer.room, `/evaluering${wave}`));
      }),
      applies: isOfKind(deps.courses, ({ staffRead }) => staffRead === 'figures'),
    },
    get('/evaluering', (visit) => showPage(deps, visit)),
    get('/evaluering/metode', ({ viewer, res }) => {
      const back = { href: roomPath(viewer.room, '/evaluering'), label: texts[viewer.language].evaluation.title };
      res.render('evaluation/method', methodPage(viewer.language, back));
    }),
    ...reportRoutes(deps),
    ...fileRoutes(deps),
  ];
}

function get(path: string, handle: RoomRoute['handle']): RoomRoute {
  return { method: 'get', path, action: 'readAnswers', handle };
}

function reportRoutes(deps: EvaluationDeps): RoomRoute[] {
  return [
    get('/evaluering/rapport', (visit) => showReport(deps, visit)),
    ...reportForms.map((form) =>
      get(`/evaluering/rapport${form}`, async (visit) => {
        const { sections, answers } = await ownReport(deps, visit);
        await noteTaking(visit, answers);
        sendReport(visit.res, sections, form);
      }),
    ),
    get('/evaluering/rapport/:figure.svg', async (visit) => {
      const { sections } = await ownReport(deps, visit);
      const id = String(visit.req.params['figure']);
      sendDrawing(visit.res, sections, { id, language: visit.viewer.language });
    }),
  ];
}

function fileRoutes(deps: EvaluationDeps): RoomRoute[] {
  return [
    get('/evaluering.csv', async (visit) => {
      const own = await ownRoom(deps, visit);
      await noteTaking(visit, own.answers);
      const file = csvOf([{ figures: own.evaluation.figures }], true);
      visit.res.attachment('evaluering.csv').type('text/csv; charset=utf-8').send(file);
    }),
    get('/evaluering-regneark.csv', async (visit) => {
      const own = await ownRoom(deps, visit);
      await noteTaking(visit, own.answers);
      const file = sheetOf([{ figures: own.evaluation.figures }], true);
      visit.res.attachment('evaluering-regneark.csv').type('text/csv; charset=utf-8').send(file);
    }),
    get('/evaluering.json', async (visit) => {
      const own = await ownRoom(deps, visit);
      await noteTaking(visit, own.answers);
      visit.res.attachment('evaluering.json').json(jsonOf(own.evaluation, true));
    }),
  ];
}

async function ownRoom(deps: EvaluationDeps, { viewer }: Visit) {
  const { surveys = [] } = courseIn(deps.courses, viewer.language);
  const room = await deps.rooms.room(viewer.room);
  if (!room) throw new Problem('not-found');
  const answers = await readRoom(deps, room, surveys);
  return { room, surveys, answers, evaluation: evaluation({ surveys, rooms: [answers] })(new Set([room.id])) };
}

async function ownReport(deps: EvaluationDeps, visit: Visit) {
  const own = await ownRoom(deps, visit);
  const { room, answers, surveys } = own;
  const chosen = new Set([room.id]);
  const asked = { surveys, rooms: [{ room, answers }], chosen, told: own.evaluation, language: visit.viewer.language };
  return { ...own, sections: await readReport(deps, asked) };
}

async function showReport(deps: EvaluationDeps, visit: Visit): Promise<void> {
  const { viewer, res } = visit;
  const { sections } = await ownReport(deps, visit);
  const path = roomPath(viewer.room, '/evaluering');
  const page = reportPage({ sections, place: { path: `${path}/rapport`, query: '' }, language: viewer.language });
  res.render('evaluation/report', { ...page, back: path });
}

/**
 * Records a download in the audit log of everyone whose answers are in it: two files from different days can be
 * subtracted from each other.
 */
function noteTaking({ noteInAuditLog }: Visit, { people }: RoomAnswers): Promise<void> {
  return noteInAuditLog({ kind: 'figures', activity: '', whose: [...people] });
}

async function showPage(deps: EvaluationDeps, visit: Visit): Promise<void> {
  const { viewer, req, res } = visit;
  const { language } = viewer;
  const text = texts[language].evaluation;
  const { answers, surveys, evaluation: told } = await ownRoom(deps, visit);
  const filters = filtersIn(req.query);
  const course = courseIn(deps.courses, language);
  const home = roomPath(viewer.room);
  res.render('evaluation/page', {
    title: text.title,
    wide: true,
    intro: text.introRoom(LEAST_ANSWERS),
    backTo: { href: home, label: text.back },
    action: `${home}evaluering`,
    fields: filterFields({ filters, course, rooms: [answers], language }),
    report: { href: `${home}evaluering/rapport`, label: text.report.link },
    files: [
      { href: `${home}evaluering-regneark.csv`, label: text.sheet },
      { href: `${home}evaluering.csv`, label: text.csv },
      { href: `${home}evaluering.json`, label: text.json },
    ],
    method: `${home}evaluering/metode`,
    leftOut: leftOutPage(surveys, language),
    ...figuresPage({ evaluation: told, language, tellsFew: true, wave: filters.wave || undefined }),
  });
}
