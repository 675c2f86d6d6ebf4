import type { prep as danish } from '../da/prep.ts';
import { locale } from '../locale.ts';

function minutes(n: number) {
  return n === 1 ? '1 minute' : `${n} minutes`;
}

export const prep: typeof danish = {
  stepTime: (n) => `about ${minutes(n)}`,
  whoReads: {
    draft: 'Your instructor reads it only once you have sent it.',
    sent: 'Your instructor can read what you have sent. What you change stays yours until you send again.',
  },

  reader: {
    ask: 'Who may read your answer?',
    options: { instruktoer: 'My instructor', mig: 'Only me' },
  },

  otherLanguage: 'This week is in Danish only. You can answer in English.',

  savedHeading: 'It is saved',
  savedText: 'You can close the page now. Next time you go on from here.',
  savedHome: 'To my week',

  removeOther: 'Remove the other answer when I save',
  send: 'Send my answers',
  resend: 'Send my changes',
  sendOn: 'Send and go on',
  sendOnly: 'Send and stop here',
  then: (title, n) => `After this: ${title}, about ${minutes(n)}.`,

  fault: {
    missing: 'Answer here, then you can go on.',
    tooLong: (limit, length) =>
      `The text is ${english(length)} characters long. There is room for ${english(limit)}. Make it a little shorter. All of it is saved.`,
    farTooLong: (limit, length) =>
      `The text is ${english(length)} characters long. There is room for ${english(limit)}. It is not saved yet. Make it shorter.`,
    farTooLongUnsaved: 'One of your texts is far too long. It is not saved yet. Make it shorter. The rest is saved.',
    repeated: 'More than one answer arrived. Please check that it is right.',
    'unknown-option': 'The answer does not fit the choices here. Please choose again.',
    'not-whole': 'Write a whole number, for example 12.',
    outOfBounds: (min, max) => `Write a whole number from ${min} to ${max}.`,
    unreadable: 'We could not read the answer. Please try again.',
    cpr: 'This looks like a CPR number. Please do not write it here. We have not saved this field yet. Remove the number, or tick the box under the field if it is something else.',
    cprUnsaved:
      'Something you wrote looks like a CPR number. That field is not saved yet. Remove the number. If it is something else, press a button. Then you can say so. The rest is saved.',
    refused: 'You have said no on another page. So the answer here is not saved.',
    stray:
      'The activity was changed while you were writing. Some of your text no longer fits in. It is at the bottom of the page.',
  },
  notCpr: 'It is not a CPR number. Save it as it is.',
  cprRescued: 'Something looks like a CPR number. We have not saved it. Copy it if you want to use it.',
  cprRescuedHeading: 'Not saved',
  inStep: (step, ask, message) => `Step ${step}, "${ask}": ${message}`,
  here: (ask, message) => `"${ask}": ${message}`,
  strayHeading: 'Text that no longer fits in',
  strayText: 'Copy it if you want to use it. It is not saved.',

  receipt: {
    title: 'Thank you. Your answers are sent',
    see: 'See what you have sent',
    sentAt: (when) => `Sent ${when}.`,
    nowHeading: 'What happens now?',
    now: ['Your instructor reads the answers before the webinar.', 'The others in the class cannot see them here.'],
    reported: 'The course room is also told that you are done. It can take a little while.',
    change: 'You can change an answer. Your instructor sees the new one when you have sent again.',
    unsentHeading: 'You have changes that are not sent',
    unsent: 'Your instructor still sees what you sent before.',
    unsentLink: 'Go to your changes',
    otherHeading: 'You have written more than one answer',
    other: 'One is sent. The other is saved, so that you can see it.',
    otherLink: 'See both answers',
    nextHeading: 'Next for you',
    nextTime: (n) => `Takes about ${minutes(n)}.`,
    home: 'To my week',
    answersHeading: 'See and change your answers',
    skipped: 'You can also answer:',
    kept: 'Only you can see this answer.',
    edit: 'Change',
    editQuestion: (ask) => `the answer to "${ask}"`,
  },

  rescued: {
    title: 'Your text is saved',
    explanation: 'The page had been open for a long time. So the answers are not sent yet, but we have saved them.',
    advice:
      'Go back to your course room and open the activity again. If you came by a link of your own, open that again. Then you can go on where you left off.',
    savedAt: (time) => `Saved at ${time}.`,
    written: 'What you wrote',
  },
};

function english(n: number) {
  return n.toLocaleString(locale.en);
}
