import type { Activity, PrepActivity, Question } from '../../content/course.ts';
import type { Answers } from '../../domain/answers.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { fingerprint, othersOf } from '../../responses/merge.ts';
import type { ActivityResponse } from '../../responses/responses.ts';
import { texts } from '../../text/texts.ts';
import { answerInWords, inputIdOf } from './questionModel.ts';
import { answerTo } from './rules.ts';
import { activityPath, stepPath } from './addresses.ts';
import { dayAndTime } from '../times.ts';

export interface ReceiptPageInput {
  activity: PrepActivity;
  viewer: Viewer;
  /** A response that has been sent. */
  response: ActivityResponse;
  /** What to do next; undefined where everything is done. */
  next: Activity | undefined;
}

/** What was sent, when, and what happens now, as `views/prep/receipt.hbs` takes it. */
export const receiptPage = ({ activity, viewer, response, next }: ReceiptPageInput) => {
  const text = texts[viewer.language].prep.receipt;
  const sent = response.sent ?? {};
  const linkToStepWith = (matches: (question: Question) => boolean) => {
    const index = activity.steps.findIndex((step) => step.questions.some(matches));
    return index < 0 ? '' : stepPath(viewer, activity.id, index);
  };
  return {
    title: text.title,
    activityTitle: activity.title,
    sentAt: text.sentAt(dayAndTime(response.lastSentAt, viewer.language)),
    reported: response.reports.length > 0,
    unsentHref: linkToStepWith((question) => !isSame(question, response.draft, sent)),
    otherHref: linkToStepWith((question) => othersOf(response.other, question.id).length > 0),
    next: next && { title: next.title, time: text.nextTime(next.minutes), href: activityPath(viewer, next.id) },
    home: `/rum/${viewer.room}/`,
    answers: activity.steps.flatMap((step, index) =>
      step.questions.map((question) => ({
        ask: question.ask,
        values: answerInWords(question, sent),
        href: `${stepPath(viewer, activity.id, index)}#${inputIdOf(question)}`,
        editQuestion: text.editQuestion(question.ask),
      })),
    ),
  };
};

const isSame = (question: Question, one: Answers, two: Answers) =>
  fingerprint(answerTo(question, one)) === fingerprint(answerTo(question, two));
