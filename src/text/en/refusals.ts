import type { refusals as danish } from '../da/refusals.ts';

export const refusals: typeof danish = {
  advice: {
    again: 'Close this page. Go back to the course and open the activity again from there.',
    later: 'Wait a few minutes. Then go back to the course and open the activity again.',
    helper: 'You cannot put this right yourself. Write to your instructor and pass on the number on this page.',
    cookies:
      'Go back to the course and open the activity in a new window. If that does not help, try another browser or allow cookies for this page.',
    administrator:
      'Start again in the course system. If that does not help, send the number to the people who run TÆTTERE PÅ JOB.',
  },
  administratorHelp:
    'This page is for the person who looks after the course system. Any questions? Write to the people who run TÆTTERE PÅ JOB.',
  pages: {
    'login-incomplete': {
      title: 'We do not know enough about where you come from',
      explanation: 'This page must be opened from the course. We were not told enough to let you in.',
    },
    'login-target': {
      title: 'The link leads somewhere else',
      explanation: 'The activity in the course points to a page that is not ours. So we stopped.',
    },
    'platform-unknown': {
      title: 'We do not know your course system',
      explanation:
        'The course is not set up with us yet. The person who looks after the course system must register it first.',
    },
    'platform-inactive': {
      title: 'The course is not open with us yet',
      explanation: 'The course system is registered, but it has not been switched on.',
    },
    'platform-error': {
      title: 'The course could not send you on',
      explanation: 'This happens, for example, when you have been logged out of the course.',
    },
    'cookies-blocked': {
      title: 'Your browser does not remember that you are here',
      explanation: 'Your browser does not accept cookies from this page. Without them we cannot recognise you.',
    },
    'launch-direct': {
      title: 'Open this page from your course',
      explanation: 'This address only works when you come from the course.',
    },
    'state-missing': {
      title: 'We cannot tell if this is you',
      explanation: 'The visit began in another window, or your browser has not kept the cookie we need.',
    },
    'state-used': {
      title: 'This link has been used',
      explanation: 'Each link works only once. The page may have been loaded again.',
    },
    token: {
      title: 'We cannot read the message from your course',
      explanation: 'The message from the course was not complete when it arrived.',
    },
    signature: {
      title: 'We cannot tell if the message is from your course',
      explanation: 'The signature on the message is not right. For your safety we let no one in with it.',
    },
    'keys-unavailable': {
      title: 'Your course is not answering just now',
      explanation: 'We must ask the course system whether the message is genuine. It did not answer.',
    },
    issuer: {
      title: 'The message came from somewhere else',
      explanation: 'The answer did not come from the course system you started in.',
    },
    audience: {
      title: 'The message is not for us',
      explanation: 'The course has sent a message that is meant for someone else.',
    },
    nonce: {
      title: 'The message belongs to another visit',
      explanation: 'Perhaps you opened the activity in two windows at once.',
    },
    'clock-ahead': {
      title: 'The clocks differ',
      explanation: 'The clock of the course room is ahead of ours, or ours is behind. The difference is about:',
    },
    'clock-behind': {
      title: 'The clocks differ',
      explanation: 'The clock of the course room is behind ours, or ours is ahead. The difference is about:',
    },
    'too-slow': {
      title: 'It took too long',
      explanation:
        'The message from the course is only valid for a short time, and that has passed. Your answers are safe.',
    },
    claims: {
      title: 'Something in the message from the course is wrong',
      explanation: 'The course has sent information in a form that we cannot use.',
    },
    version: {
      title: 'Your course speaks another language than we do',
      explanation: 'The course uses another version of the standard that we both use (LTI 1.3).',
    },
    message: {
      title: 'The course asked for something we cannot do',
      explanation: 'We can open an activity. The course asked for something else.',
    },
    choosing: {
      title: 'Only an instructor can choose activities',
      explanation:
        'This is where the course is put together. You take part in it, and there is nothing for you to do here.',
    },
    observer: {
      title: 'This is for the class only',
      explanation:
        'The course room says that you are following someone else’s course. What participants write is private. That is why you cannot open it here.',
    },
    target: {
      title: 'The message does not fit the link',
      explanation: 'The link in the course and the answer from the course do not point to the same thing.',
    },
    'deployment-unknown': {
      title: 'This part of the course system is not open with us',
      explanation: 'The course system is registered, but not the part of it that you come from.',
    },
    anonymous: {
      title: 'We do not know who you are',
      explanation:
        'The course has not told us who is coming, so we cannot keep your answers. Log in to the course first.',
    },
    'resource-link': {
      title: 'We cannot see which activity you want to open',
      explanation: 'The course has not told us where in the course you come from.',
    },
    busy: {
      title: 'Many people are here just now',
      explanation: 'We cannot let everyone in at once.',
    },
    crowded: {
      title: 'Many people are on their way in just now',
      explanation: 'We keep room for those who are writing. What you have saved is still here.',
    },
    'too-large': {
      title: 'The message from your course is too large',
      explanation: 'The course sent more than we accept.',
    },
    'not-found': {
      title: 'This page does not exist',
      explanation: 'There is nothing to see at this address.',
    },
    'store-away': {
      title: 'We cannot open the activity right now',
      explanation: 'It is our fault, not yours. What you have written and saved is still here.',
    },
    internal: {
      title: 'Something went wrong on our side',
      explanation: 'You have done nothing wrong. What you have written and saved is still there.',
    },
    'registration-closed': {
      title: 'Registration is closed',
      explanation: 'New course systems cannot register with a link just now.',
    },
    'registration-invite': {
      title: 'The invitation does not work',
      explanation: 'The link has been used, is too old or is not complete. Each link works once. Ask for a new one.',
    },
    'registration-address': {
      title: 'We cannot use that address',
      explanation:
        'The address of the course system is missing, or we may not ask there. It must begin with https and be public, or be in a network listed in our PRIVATE_NETWORKS.',
    },
    'registration-issuer': {
      title: 'The addresses do not match',
      explanation: 'The course system calls itself something other than the address it wrote from.',
    },
    'registration-platform': {
      title: 'The course system did not answer as it should',
      explanation: 'We did not get an answer that we can use, so nothing has been stored with us.',
    },
    'registration-incomplete': {
      title: 'The course system does not tell us enough about itself',
      explanation: 'Nothing has been stored with us. This is missing or cannot be used:',
    },
  },
  number: 'Number',
  goOn: {
    title: 'Go on in a new window',
    explanation: 'Your browser does not let us remember you inside the course. In a new window it works.',
    advice: 'The course stays here, so that you can find your way back.',
    button: 'Open in a new window',
    again: 'Open the activity again',
    site: 'Go to your courses',
  },
  oneMoment: {
    title: 'One moment',
    explanation: 'We are opening your activity. It only takes a few seconds.',
  },
  registered: {
    title: 'The course system is registered',
    active: 'All went well. We are ready for the first visitor.',
    waiting: 'All went well. We must switch it on before anyone can come in.',
    known: 'The course system was registered already. Nothing has changed with us.',
    close: 'Close',
    next: 'Two things are left, in the course system',
    steps: ['Switch the tool on.', 'Show it in the activity chooser, so that instructors can find it.'],
    check: 'The course system may have changed something itself. Check:',
    checks: ['Are names still shared as you want?', 'Is the tool still in the activity chooser?'],
    press: 'Press Close to go back to the course system.',
  },
};
