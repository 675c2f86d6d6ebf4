import type { replies as danish } from '../da/replies.ts';

export const replies: typeof danish = {
  write: {
    toOne: (who) => `Reply to ${who}`,
    toClass: 'Write to the class',
    about: (what) => `About: ${what}`,
    whoReads: (who) => `Only ${who} can read it. It stays here in the course room and is not sent anywhere.`,
    whoReadsClass: 'Everyone in the class can read it. It stays here in the course room and is not sent anywhere.',
    ask: 'Your reply',
    hint: 'Be short and kind. Answer one thing.',
    send: 'Send the reply',
    change: 'Save the change',
    takeBack: 'Take the reply back',
    back: 'To the webinar',
    sent: 'The reply is sent',
    sentText: 'It now stands on the front page of the one or those you wrote to.',
    takenBack: 'The reply is taken back',
    takenBackText:
      'The participant can no longer read it. The text stays here, if you want to change it and send it again.',
    nothingBack: 'There was no reply to take back.',
    sentAt: (time) => `Sent ${time}.`,
    read: 'It has been read.',
    unread: 'It has not been read yet.',
    readBy: (n) => `${n} have read it.`,
    conflictHeading: 'Another reply has been sent meanwhile',
    conflictText:
      'Perhaps from another tab. The participant sees the reply below. To send your own instead, press again.',
    conflictError: 'Another reply has been sent meanwhile. Read it before you send',
    current: 'The reply that was sent',
  },
  errors: {
    missing: 'Write a reply',
    tooLong: (most, length) => `There is room for ${most} characters. You have written ${length}`,
    unreadable: 'We could not read the reply. Please write it again',
    cpr: 'This looks like a CPR number. Please do not write it here. The reply is not sent. Remove the number, or tick the box under the field if it is something else',
  },
  read: {
    title: 'Replies from your instructor',
    lead: 'You need not do anything. To answer, use the webinar or the course room.',
    none: 'There is no reply right now',
    from: (name) => `From ${name}`,
    fromInstructor: 'From your instructor',
    toYou: 'To you',
    toClass: 'To the whole class',
    isNew: 'New',
    home: 'To my week',
  },
  news: {
    heading: 'You have a reply from your instructor',
    open: 'Read the reply',
    again: 'Read replies from your instructor',
  },
};
