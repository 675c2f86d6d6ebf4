import type { sync as danish } from '../da/scoreSync.ts';

export const sync: typeof danish = {
  title: 'Told to the course room',
  intro: 'When a participant has sent their answers, the course room is told.',
  counts: ({ delivered, waiting, columnless, stopped }) =>
    [
      delivered > 0 ? `${delivered} delivered.` : '',
      waiting > 0 ? `${waiting} on the way.` : '',
      columnless > 0 ? `${columnless} waiting for a grade column.` : '',
      stopped > 0 ? `${stopped} not delivered.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  attention: (n) =>
    n === 1
      ? '1 message to the course room was not delivered.'
      : `${n} messages to the course room were not delivered.`,
  missingTitle: 'Grades that have not arrived',
  week: (number: number) => `Week ${number}`,
  wholeCourse: 'The whole course',
  seeWhy: 'See why',
  stopped: 'Not delivered',
  waiting: 'On the way',
  columnless: 'Waiting for a grade column',
  columnlessAdvice: 'If the class gets no grade for it, there is nothing for you to do.',
  lookAgain: 'Look now',
  delivered: 'Delivered',
  deliveredAt: (when) => `Delivered ${when}.`,
  alreadyGraded: 'The course room had it already.',
  soon: 'We send it in a moment.',
  nextTryToday: (time) => `We try again at ${time}.`,
  nextTry: (when) => `We try again ${when}.`,
  resend: 'Send again',
  resendFor: (who) => `for ${who}`,
  resendAll: 'Send all again',
  resendingTitle: 'We are sending it again',
  resendingText: 'Open the page again in a moment to see whether it worked.',
  causes: {
    down: 'The course room does not answer. This usually passes by itself.',
    busy: 'The course room is busy just now.',
    deleted: 'The activity has been deleted in the course room.',
    notGradable: 'The course room does not accept grades for this person. They may no longer be on the course.',
    refused: 'The course room does not let us in. Tell the person who looks after it.',
    off: 'The connection to the course room is closed. Tell the person who looks after it.',
    noColumn: 'There is no grade column yet. Add the activity to the course, and the grades will follow.',
    noGrades: 'The course room does not accept grades from us. Tell the person who looks after it.',
    moved: 'The activity is somewhere else in the course room now.',
    tooOld: 'We have tried for 30 days and have stopped.',
    other: 'The course room gave an answer we did not understand. Tell the person who looks after it.',
  },
  causesTitle: 'Why something was not delivered',
  cause: 'Cause',
  code: 'Code',
  reason: (words) => `The course system says: ${words}`,
};
