import type { people as danish } from '../da/people.ts';

export const people: typeof danish = {
  title: 'People in the class',
  linkHere: 'Help someone who wants a copy, or wants everything deleted',
  linkText: 'Everyone can do it themselves under "Your data". Here you can help someone who calls or writes.',
  home: 'Back to the room’s status page',
  lead: 'Find the person who has asked for it. You do not see what they have written.',
  notice: 'What people are told themselves is under "How we look after your data" at the bottom of the page.',
  list: 'Everyone in the class',
  search: 'Search for a name or a number',
  searchButton: 'Search',
  found: (n, words) =>
    n === 0
      ? `Nobody is called “${words}”.`
      : n === 1
        ? `1 person matches “${words}”.`
        : `${n} people match “${words}”.`,
  showAll: 'Show everyone',
  none: 'There is nobody else in the class yet.',
  name: 'Name',
  numberTerm: 'Number',
  number: (number) => `Number ${number}`,
  role: 'Role',
  roles: {
    participant: 'Participant',
    instructor: 'Instructor',
    administrator: 'Administrator',
    tester: 'Test participant',
    builder: 'Course builder',
  },
  firstSeen: 'First here',
  lastSeen: 'Last here',
  choose: 'Choose',
  erased: 'Everything about the person is deleted. We have noted that you did it, and when.',
  erasing: 'The deletion is under way. It will finish by itself. We have noted that you asked for it, and when.',

  back: 'To everyone in the class',
  sure: 'Be sure that you are talking to the right person. If you are in doubt, call back on a number you know already.',
  copyHeading: 'The person wants a copy',
  copyText:
    'The person downloads the copy on the course, under "Your data". Then it does not pass through anyone else’s hands.',
  copyElsewhere:
    'Can the person no longer get in to the course? Write to the people who run the tool. They can make a link. Give them this code:',
  eraseHeading: 'Delete everything about the person',
  eraseText: 'First you see what happens.',
  eraseLink: 'See what happens if you delete',
  erase: {
    title: (who) => `Delete everything about ${who}`,
    back: 'Back to the person',
    lead: 'This is what happens when you delete:',
    points: [
      'Everything the person has written here is deleted, including diary, plans and answers.',
      'The instructors can no longer read it.',
      'Reminders and links stop.',
      'It cannot be undone. We cannot bring it back either.',
      'The course room still remembers what the person finished. It is kept there, not by us.',
    ],
    copyFirst: 'If the person wants a copy, do not delete until it has been downloaded.',
    later: 'The person can join the course again afterwards.',
    confirm: 'Yes, the person has asked for it. Delete everything.',
    confirmMissing: 'Tick the box if you want to delete everything.',
    button: 'Delete everything',
    keep: 'No, keep it',
  },

  copy: {
    title: 'Your copy is ready',
    help: 'Is something not working? Write to or call the person who sent you the link. You have done nothing wrong.',
    signInTitle: 'Get a copy of your data',
    signInText:
      'Here you can get all that we keep about you on the course. The link works only once. So do it on a computer or phone of your own.',
    signIn: 'Go on',
    closedTitle: 'The link no longer works',
    closedText: 'It may have been used, or it is more than 7 days old.',
    closedAdvice:
      'Ask the person who sent it to make a new one. You can also get the copy under "Your data" on the course.',
    lead: 'You can get the copy in two ways. The page is open for an hour.',
    done: 'I am done',
  },
};
