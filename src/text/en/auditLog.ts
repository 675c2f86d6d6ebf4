import type { auditLog as danish } from '../da/auditLog.ts';

export const auditLog: typeof danish = {
  title: 'Who has read your answers',
  intro: 'Here you can see each time someone from the course has opened a page with something you wrote.',
  notDrafts: 'Nobody can read your drafts, your diary or what you chose to keep to yourself.',
  none: 'Nobody has read your answers yet',
  noneText: 'As soon as someone from the course reads something you sent, it will be listed here.',
  list: 'The newest come first',
  roles: {
    instructor: 'Instructor',
    administrator: 'Administrator',
    tester: 'Test participant',
    builder: 'Course builder',
    operator: 'The people who run the system',
    participant: 'A participant',
  },
  kinds: {
    answers: (activity) => `read your answers to “${activity}”`,
    plans: (activity) => `read your plan in “${activity}”`,
    replies: (activity) => `read messages about “${activity}”`,
    copy: (activity) => `arranged for a copy of “${activity}” to be downloaded`,
    figures: (activity) => `downloaded the class figures from “${activity}”`,
    message: () => 'wrote a greeting to you and others',
    attendance: () => 'noted attendance',
  },
  kindsAlone: {
    answers: 'read your answers',
    plans: 'read your plan',
    replies: 'read your messages',
    copy: 'arranged for a copy of your data to be downloaded',
    figures: 'downloaded the class figures, in which your answers are counted',
    attendance: 'noted whether you came to a webinar',
    message: 'saw that you had not been here or had not begun, and wrote you a greeting',
  },
  older: 'See older ones',
  newest: 'See the newest',
  noMore: 'There is no more to show.',
};
