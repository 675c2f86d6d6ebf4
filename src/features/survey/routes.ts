import type { Course, Courses } from '../../content/course.ts';
import type { Answers } from '../../domain/answers.ts';
import { Problem } from '../../http/problem.ts';
import type { RoomRoute, Visit } from '../../http/route.ts';
import type { Responses } from '../../responses/responses.ts';
import { courseIn, ofKind } from '../activities.ts';
import { stepRoutes, type StepDeps } from '../steps/index.ts';
import { offerAfter, ownLinkRoutes, type OwnLinkDeps } from './ownLink.ts';
import { surveyFor } from './personal.ts';
import { resultsFile } from './results.ts';
import { resultsPage } from './resultsPage.ts';

/** Surveys: for the one who answers, and for the instructor all answers added up, never anyone's own. */
export const surveyRoutes = (deps: OwnLinkDeps): RoomRoute[] => [
  ...stepRoutes(forOne(deps), 'survey'),
  ...ownLinkRoutes(deps),
  {
    method: 'get',
    path: '/aktivitet/:activity',
    action: 'readAnswers',
    applies: ofKind(deps.courses, 'survey'),
    handle: (visit) => showResults(deps, visit),
  },
  {
    method: 'get',
    path: '/evaluering.csv',
    action: 'readAnswers',
    handle: async ({ viewer, res }) => {
      const course = courseIn(deps.courses, viewer.language);
      const file = resultsFile(course, await sentToAll(deps, course, viewer.room));
      res.attachment('evaluering.csv').type('text/csv; charset=utf-8').send(file);
    },
  },
];

/** The steps of a survey, for one who is not asked twice for what is known. */
const forOne = (deps: OwnLinkDeps): StepDeps => ({
  ...deps,
  personal: async (activity, { room, person, language }) => {
    if (activity.kind !== 'survey') return activity;
    const own = await deps.responses.ofPerson(room, person);
    return surveyFor(activity, { own, language, now: deps.clock() });
  },
  receiptMore: async (activity, viewer) => (activity.kind === 'survey' ? offerAfter(deps, activity, viewer) : {}),
});

const showResults = async (
  { courses, responses }: { courses: Courses; responses: Responses },
  { viewer, req, res }: Visit,
): Promise<void> => {
  const { surveys = [] } = courseIn(courses, viewer.language);
  const survey = surveys.find(({ id }) => id === req.params['activity']);
  if (!survey) throw new Problem('unknown-activity');
  const sent = await sentTo(responses, viewer.room, survey.id);
  res.render('survey/results', resultsPage({ survey, sent, viewer }));
};

const sentTo = async (responses: Responses, room: string, survey: string): Promise<Answers[]> =>
  (await responses.list(room, survey)).flatMap(({ sent }) => (sent ? [sent] : []));

const sentToAll = async ({ responses }: StepDeps, { surveys = [] }: Course, room: string) =>
  new Map(
    await Promise.all(
      surveys.map(async ({ id }): Promise<[string, Answers[]]> => [id, await sentTo(responses, room, id)]),
    ),
  );
