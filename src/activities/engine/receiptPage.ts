import type { Activity, SteppedActivity, Question } from '../../content/course.ts';
import type { Answers } from '../../domain/answers.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { fingerprint, othersOf } from '../../responses/merge.ts';
import { isReported, type ActivityResponse } from '../../responses/responses.ts';
import { answerInWords, answerTo } from '../../forms/answers.ts';
import { inputIdOf } from '../../forms/field.ts';
import { isKept } from '../../forms/readers.ts';
import { activityPath, stepPath } from '../addresses.ts';
import type { Stepping } from './stepping.ts';
import { isShown, visibleSteps } from './visible.ts';
import { dayAndTime } from '../../text/times.ts';
import { roomPath } from '../../http/roomPath.ts';

export interface ReceiptPageInput {
  activity: SteppedActivity;
  stepping: Stepping;
  viewer: Viewer;
  /** A response that has been sent. */
  response: ActivityResponse;
  /** What to do next; undefined if everything is done. */
  next: Activity | undefined;
}

export function receiptPath(viewer: Pick<Viewer, 'room'>, activity: string): string {
  return `${activityPath(viewer, activity)}/kvittering`;
}

/** What was sent, when, and what happens now, in the form that `views/engine/receipt.hbs` takes. */
export function receiptPage({ activity, stepping, viewer, response, next }: ReceiptPageInput) {
  const words = stepping.words[viewer.language];
  const text = words.receipt;
  const sent = response.sent ?? {};
  const linkToStepWith = (matches: (question: Question) => boolean) => {
    const found = visibleSteps(activity, response.draft).find(({ step }) => step.questions.some(matches));
    return found ? stepPath(viewer, activity.id, found.index + 1) : '';
  };
  const [answers, skipped] = answersOf({ activity, stepping, viewer, response });
  return {
    words,
    title: text.title,
    drawing: stepping.drawing,
    activityTitle: activity.title,
    sentAt: text.sentAt(dayAndTime(response.lastSentAt, viewer.language)),
    reported: isReported(response),
    unsentHref: linkToStepWith(
      (question) => !isKept(question, response.draft) && !isSame(question, response.draft, sent),
    ),
    otherHref: linkToStepWith((question) => othersOf(response.other, question.id).length > 0),
    next: next && { title: next.title, time: text.nextTime(next.minutes), href: activityPath(viewer, next.id) },
    home: roomPath(viewer.room),
    answers,
    skipped,
    restart: stepping.restart && {
      href: stepPath(viewer, activity.id, 1),
      label: stepping.restart[viewer.language],
    },
  };
}

/**
 * Everything that was sent, even if another path was chosen afterwards, for this page hides nothing from its owner; and
 * the questions that were left out.
 */
function answersOf({ activity, stepping, viewer, response }: Omit<ReceiptPageInput, 'next'>) {
  const text = stepping.words[viewer.language].receipt;
  const all = activity.steps.flatMap((step, index) => {
    const isThere = index === 0 || isShown(step, response.draft);
    return step.questions
      .map((question) => ({
        ask: question.ask,
        values: answerInWords(question, isKept(question, response.draft) ? response.draft : (response.sent ?? {})),
        kept: isKept(question, response.draft) ? text.kept : '',
        href: isThere ? `${stepPath(viewer, activity.id, index + 1)}#${inputIdOf(question)}` : '',
        editQuestion: text.editQuestion(question.ask),
      }))
      .filter(({ values }) => isThere || values.length > 0);
  });
  return [all.filter(({ values }) => values.length > 0), all.filter(({ values }) => values.length === 0)];
}

function isSame(question: Question, one: Answers, two: Answers) {
  return fingerprint(answerTo(question, one)) === fingerprint(answerTo(question, two));
}
