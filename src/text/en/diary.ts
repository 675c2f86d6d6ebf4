import type { diary as danish } from '../da/diary.ts';

function days(n: number) {
  return n === 1 ? '1 day' : `${n} days`;
}

export const diary: typeof danish = {
  title: 'Mood diary',
  home: 'To my week',
  lead: 'Choose how the day is or was. That is enough. You can write more if you want to.',
  whoReads: 'Only you can read your diary. Your instructor and the others in the class cannot see it.',

  today: (day) => `Today, ${day}`,
  yesterday: (day) => `Yesterday, ${day}`,
  mood: 'How is your mood?',
  oneTap: {
    heading: 'How is today?',
    whoReads: 'One tap is enough. Only you can see it.',
    chosen: (mood) => `Saved: ${mood}. Only you can see it.`,
    more: 'Write a little about the day',
  },
  moodPast: 'How was your mood?',
  moods: { '1': 'Very low', '2': 'Low', '3': 'In between', '4': 'Good', '5': 'Very good' },
  writeMore: 'Write a little about the day',
  did: 'What did you do?',
  didHint: 'For example: went for a walk and cooked.',
  helped: 'What helped you?',
  helpedHint: 'For example: calling my sister.',
  save: 'Save the day',
  manyHardDays: 'You have had many hard days. You do not have to be alone with that. Do talk to your doctor about it.',
  saved: 'The day is saved',
  savedText: 'You can always change it.',
  notSaved: 'The day is saved when you press the button.',

  otherDays: 'Write about another day',
  week: (number) => `Week ${number}`,
  ownWeek: (number) => `Your week ${number}`,
  range: (from, to) => `${from} to ${to}`,
  written: (n) => (n === 0 ? 'You have not written this week.' : `You have written on ${days(n)} this week.`),
  writtenShort: (n) => `${days(n)} written`,
  picture: (number) => `Your mood in week ${number}`,
  pictureExplained: 'Each dot is a day. 1 is Very low, 5 is Very good.',
  onDay: (day, mood) => `${day}: ${mood}.`,
  nothing: 'not written',
  tableCaption: (number) => `The numbers for week ${number}`,
  day: 'Day',
  moodHeading: 'Mood',
  write: 'Write',
  change: 'Change',
  notYet: 'To come',
  notes: 'What you wrote',
  nav: 'Weeks',
  previous: (number) => `Week ${number} (before)`,
  next: (number) => `Week ${number} (after)`,
  earlier: 'Your other weeks',
  seeWeek: 'See and print the week',
  toToday: 'Write about today',
  takeAlong: 'Take some of it along to your case worker',
  whatIsIt: 'Read about activity and mood',

  remove: 'Delete this day',
  removed: 'The day is deleted',
  removing: {
    title: (day) => `Do you want to delete ${day}?`,
    text: 'The mood and the text of that day will be gone. This cannot be undone.',
    yes: 'Yes, delete the day',
    no: 'No, keep it',
  },

  removeOther: 'Remove the other text when I save',
  rescued: {
    title: 'Your text is saved',
    explanation: 'The page had been open for a long time. We have saved what you wrote.',
    advice: 'Go back to your course room and open the page again. Then you can go on.',
    written: 'What you wrote',
    savedAt: (time) => `Saved at ${time}.`,
  },
};
