import type { common as danish } from '../da/common.ts';
import { locale } from '../locale.ts';

export const common: typeof danish = {
  hardMoments: {
    label: 'If it is hard',
    ask: 'Are you having a hard time right now?',
    call: 'Call Livslinien, the Danish suicide prevention line, on',
    danger: 'If someone’s life is in danger, call',
    more: 'More help',
  },
  productName: 'TÆTTERE PÅ JOB',
  skipToContent: 'Go to the content',
  errorPrefix: 'Error: ',
  otherLanguage: { label: 'På dansk', language: 'da' },
  mayClose: 'You can close the window when you are done.',
  backToCourse: 'Back to the course',
  help: 'Something not working? Write to your instructor.',
  staffHelp: 'Is something not working? Write to the people who run TÆTTERE PÅ JOB. Tell them which page it is.',
  print: 'Print',
  opensNewWindow: 'opens in a new window',

  errorSummary: 'Something is missing before you can go on',
  error: 'Please change this:',
  optional: 'you can skip this',
  chooseOne: 'Choose one answer.',
  /** Where the options are buttons. */
  chooseToGoOn: 'Press your answer to go on.',
  chosen: 'Chosen',
  chooseMany: 'Choose all that fit.',
  /** Above a question that only follows up on an answer, where scripts do not run. */
  onlyIf: (labels, ask) => `Only if you answered "${labels.join('" or "')}" to "${ask}"`,
  limit: {
    roomFor: (count) => `Room for ${count.toLocaleString(locale.en)} characters.`,
    left: '{count} characters left',
    over: '{count} characters too many',
  },

  buttons: {
    next: 'Next',
    back: 'Back',
    save: 'Save my answers',
    send: 'Send my answers',
  },

  saved: {
    at: (time) => `Saved at ${time}`,
    mayClose: 'You can close this page whenever you like.',
    byItself: 'Everything is saved. You can close this page any time.',
    notYet: 'Your answers are saved when you go on.',
    saving: 'Saving …',
    waiting: 'Not saved yet. We will try again.',
    tooLong: 'There is too much text on this page. It is not saved yet. Make it shorter, and we save it.',
    offline: 'You are not online right now. Keep this page open. We save as soon as you are back.',
  },

  conflict: {
    heading: 'You have also written another answer here',
    explanation: 'It may be from another tab or phone. Copy what you want to keep into the box.',
    other: 'The other answer',
  },

  progress: {
    label: 'Steps of the activity',
    stepOfAtMost: (number, total) => `Step ${number} of at most ${total}`,
    stepOf: (number, total) => `Step ${number} of ${total}`,
    all: 'See all steps',
    done: 'Done',
    current: 'You are here',
    ahead: 'Comes later',
  },

  video: {
    transcript: 'Read what is said',
    length: (seconds) => `Lasts ${length(seconds)}`,
    play: 'Play the video',
    pauseText: 'Take a moment to notice how you feel.',
    goOn: 'Go on watching',
    answer: 'Answer the question',
    resumed: 'The video carries on where you left off.',
    fromBeginning: 'Watch from the beginning',
    search: 'Find a word in the text',
    found: { none: 'The word is not in the text', one: 'Found in 1 place', many: 'Found in {count} places' },
    voice: {
      about: 'The film has an artificial voice, if you want to hear it.',
      on: 'Turn the voice on',
      off: 'Turn the voice off',
    },
    cannotPlay: 'Your browser cannot show the video. You can read what is said below.',
  },

  alert: { info: 'Good to know', success: 'Done', warning: 'Please note', error: 'Something went wrong' },

  problem: {
    again: 'Try again',
    kept: 'What you wrote',
    keptExplanation: 'Copy the text if you want to be sure to keep it.',
    number: (number) => `Number for your instructor: ${number}`,
    reference: 'Reference:',
    toWeek: 'To my week',
    toRoom: "To the class's week",
    toSurvey: 'To the questions',
    front: 'To the front page',
  },
  /** A link that is shown once, and a button that copies it. */
  copyLink: {
    copy: 'Copy the link',
    copied: 'The link is copied.',
    mark: 'The link is selected. Copy it yourself.',
  },
};

/** True to the second: "1 minute and 11 seconds". */
function length(all: number) {
  const whole = Math.round(all);
  const [minutes, seconds] = [Math.floor(whole / 60), whole % 60];
  const parts = [
    minutes > 0 ? (minutes === 1 ? '1 minute' : `${minutes} minutes`) : '',
    seconds > 0 ? (seconds === 1 ? '1 second' : `${seconds} seconds`) : '',
  ];
  return parts.filter(Boolean).join(' and ');
}
