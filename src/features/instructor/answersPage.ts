import type { SteppedActivity } from '../../content/course.ts';
import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';
import type { ClassNow } from './classNow.ts';
import { namesById } from './names.ts';
import { isShown } from '../../activities/engine/index.ts';
import { questionBlock, type BlockInput, type Paging } from './questionBlock.ts';
import { whoIsIn } from './whoIsIn.ts';

export interface AnswersPageInput {
  activity: SteppedActivity;
  now: Pick<ClassNow, 'participants' | 'roster' | 'sent'>;
  language: Language;
  paging: Paging;
}

/** All answers to each question, and who has sent, begun and not begun: everything that the view needs. */
export function answersPage({ activity, now, language, paging }: AnswersPageInput) {
  return {
    title: texts[language].instructor.title(activity.title),
    wide: true,
    ...whoIsIn(now, language),
    steps: stepsOf(activity, { sent: now.sent, nameOf: namesById(now.participants, language), language, paging }),
  };
}

/** The steps with questions, with all answers; once there are answers, without steps that nobody reached. */
export function stepsOf(activity: SteppedActivity, input: BlockInput) {
  const text = texts[input.language].instructor;
  const { sent } = input;
  return activity.steps
    .map((step, index) => ({ step, title: text.step(index + 1, step.title) }))
    .filter(({ step }) => step.questions.length > 0)
    .filter(({ step }) => sent.length === 0 || sent.some(({ answers }) => isShown(step, answers)))
    .map(({ step, title }) => ({
      title,
      questions: step.questions.map((question) => questionBlock({ question, step }, input)),
    }));
}
