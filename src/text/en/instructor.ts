import type { instructor as danish } from '../da/instructor.ts';

export const instructor: typeof danish = {
  title: (activity) => `Answers: ${activity}`,
  overview: 'Who has taken part',
  sent: 'Sent',
  begun: 'Begun',
  notBegun: 'Not begun',
  counts: (sent, begun, notBegun) => `${sent} sent. ${begun} begun. ${notBegun} not begun.`,
  countsWithoutRoster: (sent, begun) => `${sent} sent. ${begun} begun.`,
  noRoster: 'The course room gives us no list of participants. You only see those who have been here.',
  rosterSilent:
    'The course room did not give us its list of participants just now. You only see those who have been here. Open the page again in a moment.',
  lookedIn: 'Looked in',
  nobody: 'Nobody',
  noAnswers: 'There are no answers yet. Answers show here when a participant has sent them.',
  unsentHidden: "You only see answers that have been sent. Drafts are the participant's own.",
  participant: (number) => `Participant ${number}`,
  participantsWithoutName: (n) => (n === 1 ? 'Participant without a name' : `${n} participants without names`),
  answers: (n) => (n === 1 ? '1 answer' : `${n} answers`),
  skipped: (n) => (n === 1 ? '1 skipped it' : `${n} skipped it`),
  mean: (value, top) => `Mean: ${value} of ${top}`,
  choice: 'Answer',
  number: 'Number',
  who: 'Who',
  toQuestions: 'Go to a question',
  sentAt: (time) => `Sent ${time}`,
  back: "To the class's week",
  step: (number, title) => `Step ${number}: ${title}`,
  noQuestions: 'The activity has no questions.',
  removedOption: 'An option that no longer exists',

  sync: {
    title: 'Told to the course room',
    intro: 'When a participant has sent, the course room is told.',
    counts: (delivered, waiting, stopped) =>
      [
        delivered > 0 ? `${delivered} delivered.` : '',
        waiting > 0 ? `${waiting} on the way.` : '',
        stopped > 0 ? `${stopped} not delivered.` : '',
      ]
        .filter(Boolean)
        .join(' '),
    attention: (n) =>
      n === 1
        ? '1 message to the course room was not delivered.'
        : `${n} messages to the course room were not delivered.`,
    seeWhy: 'See why',
    stopped: 'Not delivered',
    waiting: 'On the way',
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
      notGradable: 'The course room takes nothing for this person. They may no longer be on the course.',
      refused: 'The course room does not let us in. Tell whoever looks after the course room.',
      off: 'The connection to the course room is closed. Tell whoever looks after the course room.',
      noColumn: 'The course room has no grade for this activity.',
      moved: 'The activity is somewhere else in the course room now.',
      tooOld: 'We have tried for 30 days and have stopped.',
      other: 'The course room answered something we did not understand. Tell whoever looks after the course room.',
    },
    causesTitle: 'Why something was not delivered',
    cause: 'Cause',
    code: 'Code',
  },
};
