import type { lookBack as danish } from '../da/lookBack.ts';

function times(n: number, one: string, many: string) {
  return n === 1 ? `1 ${one}` : `${n} ${many}`;
}

export const lookBack: typeof danish = {
  home: 'To my week',
  whoReads: 'Only you can see this page. It is made of what you wrote. If you delete something, it is gone here too.',
  week: (number) => `Looking back at week ${number}`,
  weekLead: 'Stop for a moment. This is what you have done.',
  did: 'What you did',
  sent: (title) => `You sent “${title}”.`,
  ticked: (n) => `You put ${times(n, 'tick', 'ticks')} on your plan.`,
  wrote: (n) => `You wrote about the day ${times(n, 'time', 'times')}.`,
  words: 'What you wrote',
  plans: 'Your plan',
  tickedDays: 'Ticks',
  outcome: 'How it went',
  learned: 'What you want to remember',
  mood: 'Your mood',
  helped: 'What helped you',
  empty: 'There is nothing here for that week',
  emptyText: 'It does not matter. Some weeks are like that. You can begin again where you are now.',
  toCourse: 'Look back at the whole course',
  print: 'Print or save as PDF',
  course: 'My course',
  courseLead: 'Here is your course in your own words. Print the page, or save it, if you want to keep it.',
  courseEmpty: 'What you write will be here',
  courseEmptyText: 'When you have made a plan or answered something, you can see it here.',
  date: 'Date',
  from: 'TÆTTERE PÅ JOB',
  ownWords: 'What I wrote',
  ownPlans: 'My plans',
  ownMood: 'My mood, week by week',
  ownHelped: 'What helped me',
  calendarWeek: (number, from) => `Week ${number}, from ${from}`,
  mean: (mean, days) => `${mean} of 5 on average, ${times(days, 'day', 'days')}`,
};
