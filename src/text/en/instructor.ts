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
  unsentHidden: "You only see answers that have been sent. Drafts are the participant's own.",
  participant: (number) => `Participant ${number}`,
  participantsWithoutName: (n) => (n === 1 ? 'Participant without a name' : `${n} participants without names`),
  answers: (n) => (n === 1 ? '1 answer' : `${n} answers`),
  skipped: (n) => (n === 1 ? '1 skipped it' : `${n} skipped it`),
  mean: (value, top) => `Mean: ${value} of ${top}`,
  choice: 'Answer',
  number: 'Number',
  who: 'Who',
  back: "To the class's week",
  step: (number, title) => `Step ${number}: ${title}`,
  noQuestions: 'The activity has no questions.',
  removedOption: 'An option that no longer exists',

  unchosen: (options) => `Nobody has chosen: ${options}`,
  foldedAnswers: (n) => (n === 1 ? 'Read 1 more answer' : `Read ${n} more answers`),
  nextAnswers: (n) => `Show more (${n} more answers)`,
  earlierAnswers: 'Show the first ones again',
  more: (n) => `and ${n} more`,
  isNew: 'New',
  reply: 'Write a reply',

  star: {
    add: 'Bring this up',
    remove: 'Chosen. Remove it',
    addChart: 'Show this chart on the screen',
    removeChart: 'Shown on the screen. Remove it',
    changed: 'The participant has sent it again since you chose it. Read it, and choose it again.',
  },

  brief: {
    open: 'Get ready for the webinar',
    cardHeading: 'Your next webinar',
    cardText: 'The answers, the plans and your notes on one page. It takes ten minutes.',
    title: (week, module) => `Webinar in week ${week}: ${module}`,
    when: (time) => `The webinar is ${time}.`,
    recent: (n, time) =>
      n === 0 ? `No new answers since you were here ${time}.` : `${n} have sent since you were here ${time}:`,
    seeWho: 'See who takes part',
    sync: 'See all answers, and whether the course room has been told',
    others: 'Other weeks',
    week: (number, title) => `Week ${number}: ${title}`,
  },

  openings: {
    heading: 'Ways to begin',
    few: 'Few have answered. That is enough. Here are openings that everyone can join.',
    see: 'See ways to begin',
    choice: 'Begin with a show of hands',
    ask: (question) => `Ask: “${question}”`,
    chosen: (option) => [
      `Someone has chosen: “${option}”. Say it aloud without a name.`,
      'Ask everyone to write in the chat whether they know it.',
    ],
    readOptions: ['Read the answers aloud. Ask everyone to write their own in the chat.'],
    person: (name) => `Talk about ${name}`,
    tell: (name, about) => `Tell a little about ${name}: ${about}`,
    nobodySelf: 'Then you talk about someone else. No one needs to tell about themselves.',
    words: 'Begin in the chat',
    inChat: ['Give two quiet minutes.', 'One word is enough. Those who had no time to prepare are in now.'],
    plans: 'Gather what was difficult',
    stuckTogether: [
      'Some plans did not go as written. Take them together and without names.',
      'Ask the class: “What could one try instead?” Stop after five minutes.',
    ],
  },

  people: {
    heading: 'Co-participants whom the class recognises',
    hint: 'The number is those who know it fairly or very well.',
    know: (know, met) => `${know} of ${met}`,
    read: (name) => `Read the answers about ${name}`,
  },

  plans: {
    heading: "Last week's plans",
    made: 'have made a plan',
    shared: 'are shared with you',
    done: 'went wholly or in part',
    see: 'See the plans, and what was difficult',
  },

  notes: {
    heading: 'My notes',
    ask: 'Notes for the webinar',
    hint: 'Only you can read them.',
    save: 'Save notes',
    saved: 'Your notes are saved',
    notSaved: 'Your notes are saved as you write.',
  },

  replies: {
    writeClass: 'Write to the class',
    sent: 'Replies you have sent',
    to: (who) => `To ${who}`,
    theClass: 'the whole class',
  },

  print: {
    link: 'Print on two pages',
    back: 'Back to the page',
    print: 'Print',
    noNames: 'The paper has no names, since others may see it.',
    stars: 'Answers you will bring up',
    charts: 'What the class has chosen',
    written: 'What the class has written about',
  },

  present: {
    link: 'Show on the screen',
    count: (n) => (n === 1 ? 'There is 1 thing to show.' : `There are ${n} things to show.`),
    howTo: 'First you see what comes. It is shown when you press. The arrow keys work too. There is never a name.',
    nothing:
      'Choose an answer or a chart on the page with the answers. A chart shows when at least three have answered.',
    gone: 'What you wanted to show can no longer be shown.',
    begin: 'Begin',
    open: 'Show it',
    next: 'Next',
    previous: 'Back',
    end: 'The end',
    close: 'Close',
    ways: 'On and back',
    position: (number, total) => `${number} of ${total}`,
    anAnswer: 'Next: an answer from the class',
    aChart: 'Next: a chart',
  },

  sync: {
    title: 'Told to the course room',
    intro: 'When a participant has sent, the course room is told.',
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
    seeWhy: 'See why',
    stopped: 'Not delivered',
    waiting: 'On the way',
    columnless: 'Waiting for a grade column',
    columnlessAdvice: 'If the class only gets one grade for the whole course, there is nothing for you to do.',
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
      notGradable: 'The course room takes nothing for this person. They may no longer be on the course.',
      refused: 'The course room does not let us in. Tell whoever looks after the course room.',
      off: 'The connection to the course room is closed. Tell whoever looks after the course room.',
      noColumn: 'There is no grade column yet. Add the activity to the course, and the grades come by themselves.',
      noGrades: 'The course room takes no grades from us. Tell whoever looks after the course room.',
      moved: 'The activity is somewhere else in the course room now.',
      tooOld: 'We have tried for 30 days and have stopped.',
      other: 'The course room answered something we did not understand. Tell whoever looks after the course room.',
    },
    causesTitle: 'Why something was not delivered',
    cause: 'Cause',
    code: 'Code',
    reason: (words) => `The course system says: ${words}`,
  },
};
