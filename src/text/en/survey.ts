import type { survey as danish } from '../da/survey.ts';
import { prep } from './prep.ts';

function listed(parts: string[]) {
  return parts.map((part) => `“${part}”`).join(' and ');
}

export const survey: typeof danish = {
  ...prep,
  whoReads: {
    draft: 'Your instructor cannot see what you answer. The answers are added up with those of others.',
    sent: 'Your instructor cannot see what you answer. The answers are added up with those of others.',
  },
  receipt: {
    ...prep.receipt,
    title: 'Thank you for your answers',
    now: [
      'Your answers are added up with those of others.',
      'No one in the class can see what you answered. Your instructor cannot see it either.',
    ],
    change: 'You can change an answer. The new one counts once you have sent again.',
    unsent: 'The answers you sent before are still the ones that count.',
  },
  declinedReceipt: {
    title: 'That is quite all right',
    now: ['We use no answers from you here.', 'The course goes on for you as before.'],
    change: 'You can still say yes.',
    answersHeading: 'See and change your answer',
  },
  change: {
    heading: 'Since before the course',
    better: (part) => `“${part}”: Your answers are higher than before.`,
    same: (part) => `“${part}”: Your answers are where they were before. Holding on counts too.`,
    worse: (part) =>
      `“${part}”: Your answers are lower than before. That happens to many people, and you have done nothing wrong. If it weighs on you, talk to someone you trust.`,
    note: 'Only you can see this. It shows what you answered on those two days, and no more than that.',
  },
  /** On the first page. */
  takes: (n: number) => `It takes about ${n} minutes. You can take a break and come back when you like.`,
  part: (title, page) => `${title}, part ${page}`,
  both: (one, other) => `${one}, and ${other.charAt(0).toLowerCase()}${other.slice(1)}`,
  bands: { low: 'Low', middle: 'A little low', high: 'Good' },
  help: {
    title: 'Thank you for answering honestly',
    html: `<p>Your answers suggest that things have been hard for you lately. That is so for many people. You do not have to manage it alone.</p>
<p><strong>Nobody reads your answers now.</strong> So we cannot call you. Talk to your doctor or to someone you trust. If the first step is hard, show them this page.</p>
<p>It is fine to take a break here. Your answers are saved.</p>`,
  },
  known: {
    agreed: (label, day) => `Last time you answered “${label}” (${day}). You can give the same answer or another.`,
    answered: (parts) =>
      `You have just answered ${listed(parts)}. We use those answers, so you do not have to answer again.`,
  },
  link: {
    help: 'Is something not working? Close the page, and open your link again a little later. You have done nothing wrong.',
    done: 'You are done, and you can close the page. Your link cannot be used again.',
    offerHeading: 'Will you answer again in three months?',
    offer:
      'Three months after the course we ask the same questions one last time. You may not be able to get into the course room by then. So you can make a link that is yours alone.',
    make: 'Make my link',
    makeAgain: 'Make a new link',
    again: 'You have made a link before. If you make a new one, the old one stops working.',
    week: 'Make a link, so that you can answer without the course room',
    title: 'A link of your own',
    canHeading: 'What the link can do',
    can: (survey) => [
      `It opens the survey “${survey}” and nothing else.`,
      'You do not have to log in. Anyone who has the link can answer for you and see answers that you have not sent. Take good care of it.',
      'You can take a break and come back with the same link.',
      'It stops working once you have sent your answers, or when you have made a new link.',
    ],
    madeTitle: 'Here is your link',
    once: 'We show it only this once. Save it now, before you close the page.',
    field: 'Your link',
    until: (day) => `It works until ${day}, or until you have answered.`,
    opens: (day) => `The survey opens ${day}.`,
    qr: 'Code with your link, to be read by a camera',
    qrText: 'Point your phone’s camera at the code. Then you have the link on your phone.',
    saveHeading: 'How to save it',
    save: [
      'Take a photo of the page with your phone.',
      'Or print the page, and put it where you can find it again.',
      'Or copy the link, and send it to yourself.',
    ],
    answeredTitle: 'You have already answered',
    answered: (survey) => `You have sent your answers to “${survey}”. You do not need a link.`,
    back: 'To my week',
    door: {
      ready: {
        title: 'Good to see you again',
        text: (survey, n) => `Here you can answer “${survey}”. It takes about ${n} minutes.`,
      },
      pause: 'You can take a break and come back with the same link.',
      enter: 'Go to the questions',
      later: {
        title: 'It is a little too early',
        text: (day) => `The survey opens ${day}. Keep your link until then. There is nothing more to do now.`,
      },
      spent: {
        title: 'Thank you, you have answered',
        text: 'The link can be used to answer once. Your answers are sent. There is nothing more to do.',
      },
      replaced: {
        title: 'You have a newer link',
        text: 'You have made a new link, so the old one no longer works. Find the new one, and use that.',
      },
      unknown: {
        title: 'The link does not work',
        text: 'Part of it may be missing, or it may be too old. Try to copy the whole link. If you can get into the course room, make a new link there. Otherwise there is nothing more to do.',
      },
    },
  },
};
