import type { takeAlong as danish } from '../da/takeAlong.ts';

function days(n: number) {
  return n === 1 ? '1 day' : `${n} days`;
}

export const takeAlong: typeof danish = {
  title: 'Take something along',
  home: 'To my week',
  lead: 'Here you can make a sheet for your case worker, or for someone else you trust. You choose every item yourself.',
  whoReads:
    'We do not send the sheet to anyone, and we do not store your choice. You print it yourself if you want to.',
  nothingYet: 'When you have made a plan or answered something, you can choose it here.',
  plans: 'Your plans',
  plansHint: 'Only the plan itself is taken along. You choose separately if you also take along how it went.',
  outcomes: 'How it went',
  outcomesHint: 'It is taken along only if you tick it here.',
  outcomeOf: (plan, outcome) => `${plan}: ${outcome}`,
  helped: 'What helped you',
  helpedIn: (plan, words) => `${plan}: ${words}`,
  answers: 'Your answers from the preparation',
  answerTo: (ask, words) => `${ask} You wrote: ${words}`,
  mood: 'Your mood',
  moodHint: 'Only the number of days and the average are taken along. What you wrote in the diary is not.',
  moodWeek: (number, from, to) => `Week ${number} (${from} to ${to})`,
  moodLine: (n, mean) => `${days(n)} written. Average mood ${mean} of 5.`,
  moodScale: '1 is Very low, 5 is Very good.',
  tools: 'Tools that you use',
  toolsHint: 'Choose the ones that have helped you.',
  toolsShow: 'Show the tools',
  line: 'What you want your case worker to know',
  lineHint: 'For example: Meetings in the morning suit me best.',
  name: 'Your name',
  nameHint: 'The sheet has your name only if you write it here.',
  make: 'Show the sheet',
  nothingChosen: 'Choose at least one thing, or write something to take along.',
  tooLong: (limit, length) =>
    `The text is ${length} characters long. There is room for ${limit}. Make it a little shorter.`,

  sheet: {
    title: 'From my course',
    course: 'I take part in the course TÆTTERE PÅ JOB. I made this sheet myself and chose what is on it.',
    nameLabel: 'Name',
    dateLabel: 'Date',
    signature: 'Signature',
    check: 'This is the sheet, also on paper. Read it through before you pass it on.',
    howToPrint: 'Print or save as PDF: Use "Print" in your browser’s menu. On a phone it is often under "Share".',
    change: 'Change your choice',
    unsaved: 'We do not store the sheet. When you close the page, it is gone.',
    line: 'What I want you to know',
    plans: 'My plans',
    outcome: 'How it went',
    helped: 'What helped me',
    answers: 'My answers from the course',
    mood: 'My mood, week by week',
    tools: 'Tools that I use',
  },
};
