import { plansToTake } from '../../activities/handleplan/index.ts';
import type { Courses } from '../../content/course.ts';
import type { Clock } from '../../domain/clock.ts';
import type { OwnNotes } from '../../forms/ownNotes.ts';
import type { RoomRoute, Visit } from '../../http/route.ts';
import type { Responses } from '../../responses/responses.ts';
import { noChoice, parseChoice, questionsOf } from './form.ts';
import { moodWeeks } from '../diary/index.ts';
import { offerOf } from './offer.ts';
import { choosePage, saysAnything, sheetPage, type ChoosePageInput } from './page.ts';

export interface TakeAlongDeps {
  courses: Courses;
  responses: Responses;
  clock: Clock;
  diaryWeeks: OwnNotes;
}

/**
 * A summary of the participant's own choice, to be printed and taken along. The choice is posted and shown, but stored
 * nowhere and sent to nobody.
 */
export function takeAlongRoutes(deps: TakeAlongDeps): RoomRoute[] {
  return [
    {
      method: 'get',
      path: '/tag-med',
      action: 'takeAlong',
      handle: async (visit) => {
        const questions = questionsOf(await offerTo(deps, visit), visit.viewer.language);
        show(visit, { questions, choice: noChoice });
      },
    },
    {
      method: 'post',
      path: '/tag-med',
      action: 'takeAlong',
      handle: async (visit) => {
        const offer = await offerTo(deps, visit);
        const questions = questionsOf(offer, visit.viewer.language);
        const choice = parseChoice(visit.req.body, questions);
        if (choice.isToChange) {
          show(visit, { questions, choice });
          return;
        }
        const sheet = sheetPage({ viewer: visit.viewer, offer, choice, now: deps.clock() });
        const isEmpty = !saysAnything(sheet);
        if (isEmpty || choice.faults.size > 0) show(visit, { questions, choice, isEmpty, isWrong: true });
        else visit.res.render('takeAlong/sheet', sheet);
      },
    },
  ];
}

async function offerTo({ courses, responses, clock, diaryWeeks }: TakeAlongDeps, { viewer }: Visit) {
  const { language } = viewer;
  const [own, moods] = await Promise.all([
    responses.ofPerson(viewer.room, viewer.person),
    moodWeeks(diaryWeeks, viewer),
  ]);
  return offerOf({ courses, own, moods, language, plans: plansToTake({ courses, own, language, now: clock() }) });
}

type Shown = Omit<ChoosePageInput, 'viewer'> & { isWrong?: boolean };

function show({ viewer, res }: Visit, { isWrong = false, ...shown }: Shown): void {
  res.status(isWrong ? 422 : 200).render('takeAlong/choose', choosePage({ viewer, ...shown }));
}
