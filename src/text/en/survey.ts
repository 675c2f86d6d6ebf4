import type { survey as danish } from '../da/survey.ts';
import { prep } from './prep.ts';

const answers = (n: number) => (n === 1 ? '1 has answered' : `${n} have answered`);

export const survey: typeof danish = {
  ...prep,
  whoReads: {
    draft: 'Your instructor cannot see what you answer. The answers are added up with those of others.',
    sent: 'Your instructor cannot see what you answer. The answers are added up with those of others.',
  },
  receipt: {
    ...prep.receipt,
    title: 'Thank you for your answers',
    now: 'Your answers are added up with those of others. No one in the class can see what you answered. Nor can your instructor.',
    change: 'You can change an answer. The new one counts once you have sent again.',
    unsent: 'The answers you sent before are still the ones that count.',
  },
  results: {
    title: (survey) => `All answers: ${survey}`,
    intro: (least) =>
      `Here are all answers added up. You cannot see who has answered what. Numbers are shown once ${least} have answered.`,
    answered: answers,
    tooFew: (n, least) => `${answers(n)}. Once ${least} have answered, you can see the numbers here.`,
    mean: (value, top) => `Mean: ${value} of ${top}`,
    option: 'Answer',
    number: 'Number',
    download: 'Get the numbers as a file (CSV)',
  },
};
