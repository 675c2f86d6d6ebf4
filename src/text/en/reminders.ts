import type { reminders as danish } from '../da/reminders.ts';

function hours(n: number) {
  return `${String(n).padStart(2, '0')}:00`;
}

export const reminders: typeof danish = {
  title: 'Reminders',
  lead: 'Would you like a reminder? You choose how. Nothing is on unless you turn it on.',
  privacy:
    'A reminder names neither you nor the course. You get at most one a day by e-mail and one by text message, and none between 9 p.m. and 8 a.m.',
  notOffered: 'You can have reminders in your calendar. E-mail and text messages are not set up here.',
  saved: {
    choices: 'Your choice is saved',
    on: 'The code is right',
    stopped: 'It is turned off',
    calendarStopped: 'The calendar is turned off',
  },
  savedText: {
    choices: '',
    on: 'Now you can choose what to be reminded of.',
    stopped: 'You will get no more reminders that way. The address is deleted here.',
    calendarStopped: 'The old address no longer works.',
  },

  calendar: {
    /** The calendar's name in a program, where others may see it. */
    name: 'My times',
    heading: 'In your calendar',
    what: 'Your calendar fetches the times by itself: online meetings, new weeks and questions. The titles are neutral.',
    make: 'Make my calendar address',
    isOn: (day) => `Your calendar address was made on ${day}. It is shown only once.`,
    again: 'Make a new address',
    againHint: 'The old one then stops working.',
    stop: 'Turn off the calendar',
    madeTitle: 'Here is your calendar address',
    madeText: 'It is shown only now. Anyone who has the address can see your times. Do not give it to others.',
    open: 'Open in my calendar',
    copy: 'Or copy the address',
    copyHint: 'Paste it in your calendar where it says “subscribe” or “add by link”.',
    back: 'Back to reminders',
    events: {
      webinar: 'Online meeting',
      week: 'A new week in the course room',
      preparation: 'Remember the preparation',
      survey: 'New questions for you',
    },
  },

  channels: {
    email: {
      heading: 'By e-mail',
      address: 'Your e-mail',
      addressHint: 'We send a code, so that we know it is yours.',
      badAddress: 'Write an e-mail address, such as name@example.com',
      stop: 'Stop e-mail',
      refused: 'Your e-mail did not accept the last message, so it is turned off. You can write another one.',
    },
    sms: {
      heading: 'By text message',
      address: 'Your mobile number',
      addressHint: 'Eight digits. We send a code, so that we know it is yours.',
      badAddress: 'Write a mobile number with eight digits',
      stop: 'Stop text messages',
      refused: 'Your number did not accept the last message, so it is turned off. You can write another one.',
    },
  },
  isOff: 'It is not turned on.',
  isOn: (address) => `It is turned on: ${address}`,
  nothingYet: 'You have not chosen anything yet, so you get no messages.',
  sendCode: 'Send me a code',
  change: 'Use another one',
  codeSentTo: (address) =>
    `The code is on its way to ${address}. It works for 15 minutes. If it does not come, ask for a new one.`,
  code: 'The six-digit code',
  confirm: 'Use the code',
  codeAgain: 'Send a new code',
  errors: {
    codeMissing: 'Write the six-digit code',
    wrong: 'That is not the code. Look again, and try once more.',
    expired: 'The code no longer works. Ask for a new one.',
    usedUp: 'The code has been tried too many times. Ask for a new one.',
    tooMany: 'Enough codes have been sent for now. Try again in an hour, or tomorrow.',
    away: 'The code could not be sent just now. Try again a little later.',
    refused: 'No code could be sent there. Check that everything is spelled correctly.',
    country: 'We cannot send text messages to that country. Use a Danish number, or choose e-mail.',
    weekdays: 'Choose at least one day for your plan',
    choice: 'Choose one of these',
  },

  choices: {
    heading: 'What would you like to be reminded of?',
    what: {
      preparation: 'The preparation, if I have not sent it',
      webinar: 'The online meeting, an hour before',
      survey: 'Surveys, including the one three months after the course',
      plan: 'My plan, in weeks when I have one',
    },
    surveyHint:
      'We remind you twice of a survey you have not sent. Once the course is over, the message has a link. Anyone who has the link can answer for you.',
    when: 'When would you like to be reminded of the preparation?',
    before: 'Some days before the online meeting',
    weekly: 'The same day each week',
    noWebinar: 'The online meeting has no time yet.',
    days: 'How many days before?',
    daysBefore: (n) => (n === 1 ? '1 day before' : `${n} days before`),
    weekday: 'Which day?',
    time: 'At what time?',
    planDays: 'On which days would you like to be reminded of your plan?',
    planTime: 'At what time of day?',
    hours,
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    save: 'Save',
  },

  stop: {
    title: 'Stop reminders',
    email: 'Do you want to stop reminders by e-mail?',
    sms: 'Do you want to stop reminders by text message?',
    button: 'Yes, stop them',
    doneTitle: 'The reminders are stopped',
    done: 'You will get no more. You can turn them on again on the page Reminders.',
    unknownTitle: 'The link does not work',
    unknown: 'Check that you copied the whole link from the message. You can also stop on the page Reminders.',
    help: 'Do you need help? Ask your instructor.',
  },

  messages: {
    greeting: 'Hello.',
    wayIn: 'Log in as you usually do.',
    why: 'You get this message because you asked for it.',
    stop: (url) => `No more of these? Press here:\n${url}`,
    stopShort: (url) => `Stop: ${url}`,
    preparation: { subject: 'Remember the preparation', line: 'Your preparation is ready for you.' },
    webinar: { subject: 'Online meeting today', line: (time) => `The online meeting begins at ${time}.` },
    survey: { subject: 'Questions for you', line: 'There are some questions for you.' },
    answer: (url) => `Answer here: ${url}`,
    answerCare: 'You do not have to log in. The link is for you alone, so do not pass it on.',
    plan: { subject: 'Your plan today', line: 'Would you like to look at your plan today?' },
    code: {
      subject: 'Your code',
      line: (code) => `Your code is ${code}.`,
      lasts: 'It works for 15 minutes.',
      notYou: 'If you did not ask for it, you do not have to do anything.',
    },
  },
};
