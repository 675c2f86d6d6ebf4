import { prep } from './prep.ts';

const answers = (n: number) => (n === 1 ? '1 har svaret' : `${n} har svaret`);

/** Surveys. What is not said here is said as in the preparation. */
export const survey = {
  ...prep,
  whoReads: {
    draft: 'Din instruktør kan ikke se, hvad du svarer. Svarene bliver lagt sammen med andres.',
    sent: 'Din instruktør kan ikke se, hvad du svarer. Svarene bliver lagt sammen med andres.',
  },
  receipt: {
    ...prep.receipt,
    title: 'Tak for dine svar',
    now: 'Dine svar bliver lagt sammen med andres. Ingen på holdet kan se, hvad netop du har svaret. Heller ikke din instruktør.',
    change: 'Du kan rette et svar. Det nye tæller, når du har sendt igen.',
    unsent: 'Det er stadig de svar, du sendte før, der tæller.',
  },
  results: {
    title: (survey: string) => `Samlet svar: ${survey}`,
    intro: (least: number) =>
      `Her ser du alle svar lagt sammen. Du kan ikke se, hvem der har svaret hvad. Tal vises først, når ${least} har svaret.`,
    answered: answers,
    tooFew: (n: number, least: number) => `${answers(n)}. Når ${least} har svaret, kan du se tallene her.`,
    mean: (value: string, top: number) => `Gennemsnit: ${value} af ${top}`,
    option: 'Svar',
    number: 'Antal',
    download: 'Hent tallene som fil (CSV)',
  },
};
