import type { problems as danish } from '../da/problems.ts';

export const problems: typeof danish = {
  'not-found': {
    title: 'This page does not exist',
    explanation: 'We cannot find the page you asked for.',
    advice: 'Go back to your course room and open the activity from there.',
  },
  'unknown-activity': {
    title: 'This activity is not here',
    explanation: 'The link in the course room points to an activity that we do not know.',
    advice: 'Tell your instructor that the link does not work. You have done nothing wrong.',
  },
  'session-ended': {
    title: 'You have been away for a while',
    explanation: 'To keep your answers safe, we close the page when it is not in use. What you saved is still here.',
    advice:
      'Go back to your course room and open the activity again. If you came by a link of your own, open that again. Then you can go on where you left off.',
  },
  'selection-over': {
    title: 'Your choice has already been sent',
    explanation: 'You can choose once each time you open the page. It may also have been open for too long.',
    advice: 'Go back to the course. If something is missing there, open the page again from the course and choose it.',
  },
  'cookies-refused': {
    title: 'Your browser does not let us remember you here',
    explanation: 'So we cannot tell that you have come in. You have done nothing wrong.',
    advice:
      'Open the activity in a new window. If that does not help, try another browser, or allow cookies for this page.',
  },
  'form-refused': {
    title: 'We could not accept your answer',
    explanation: 'The page was opened from another place, or too long ago.',
    advice: 'Go back to your course room and open the activity again. Then you can go on.',
  },
  'too-large': {
    title: 'There is too much text',
    explanation: 'We could not save the text because it is too long.',
    advice: 'Make the text shorter, and send it again. If you pasted it from somewhere else, it is still there.',
  },
  'too-much-kept': {
    title: 'There is no room for more here',
    explanation: 'We have kept many versions of your answers. What you just wrote is not saved yet.',
    advice: 'Copy your text. Then open the activity again, and remove the versions you do not need.',
  },
  'bad-request': {
    title: 'We did not understand the page',
    explanation: 'Something went wrong on the way between your browser and us.',
    advice: 'Go one step back and try again.',
  },
  'too-many': {
    title: 'That went a little fast',
    explanation: 'There were many clicks in a short time.',
    advice: 'Wait a minute and try again. Your answers are still here.',
  },
  'store-away': {
    title: 'It is not saved yet',
    explanation: 'We cannot save right now. It is our fault, not yours.',
    advice: 'Do not close the page yet. Wait a little and try again with the button here.',
  },
  'store-unsure': {
    title: 'We do not know if it was saved',
    explanation: 'Something went wrong on our side while we were saving. It is our fault, not yours.',
    advice:
      'Do not close the page yet. Wait a little and try again with the button here. It does no harm if it is already saved.',
  },
  'page-away': {
    title: 'We cannot show the page right now',
    explanation: 'It is our fault, not yours. What you saved is still here.',
    advice: 'Wait a little and try again.',
  },
  'reading-not-noted': {
    title: 'The answers cannot be shown right now',
    explanation:
      'We note each time someone reads what participants have written. We cannot right now, so we do not show it.',
    advice: 'Wait a little and try again. The answers are still here.',
  },
  unexpected: {
    title: 'Something went wrong on our side',
    explanation: 'It is our fault, not yours. What you saved is still here.',
    advice: 'Go one step back and try again in a little while.',
  },
};
