import type { SteppedActivity, TextQuestion } from '../../content/course.ts';
import { answerOf } from '../../responses/merge.ts';
import { texts } from '../../text/texts.ts';
import { goesOnAt, stepRoutes, type Stepping } from '../engine/index.ts';
import type { Kind, TakenAlong, Taking } from '../kind.ts';
import { readPrep } from './read.ts';

const stepping: Stepping = {
  words: { da: texts.da.prep, en: texts.en.prep },
  saysWhoReads: 'at texts',
  drawing: 'thanks',
  needsAnswers: 'to send',
  keeps: 'all',
};

/** Preparation for a webinar: steps of video, text and questions. */
export const prep: Kind<SteppedActivity> = {
  name: 'prep',
  words: { da: texts.da.kinds.prep, en: texts.en.kinds.prep },
  file: { namedBy: 'module', read: readPrep },
  routes: (deps) => stepRoutes(deps, { name: 'prep', stepping }),
  stepping,
  goesOnAt,
  isGraded: true,
  isPreparation: true,
  staffRead: 'answers',
  inBrief: 'answers',
  preview: ({ steps }) => steps,
  takeAlong: writtenIn,
};

/** What the person wrote; unanswered questions are not offered. */
function writtenIn({ steps }: SteppedActivity, { answers }: Taking): TakenAlong[] {
  return steps
    .flatMap(({ questions }) => questions.filter((question): question is TextQuestion => question.kind === 'text'))
    .flatMap(({ id, ask }) => {
      const words = answerOf(answers, id);
      return typeof words === 'string' && words !== '' ? [{ id, ask, words }] : [];
    });
}
