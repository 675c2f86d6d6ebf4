const count = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${n} ${many}`);

export const room = {
  title: 'Min uge',
  next: 'Det næste for dig',
  begin: 'Begynd',
  goOn: 'Fortsæt',
  minutes: (n: number) => `Tager cirka ${count(n, 'minut', 'minutter')}`,
  savedSoFar: 'Det, du har skrevet, er gemt.',
  allDone: 'Du er færdig for nu',
  allDoneText: 'Du har sendt alt det, der er lige nu. Godt gået. Vi ses til webinaret.',
  week: (number: number, title: string) => `Uge ${number}: ${title}`,
  states: { open: 'Ikke begyndt', begun: 'I gang', done: 'Sendt' },
  see: 'Se dine svar',
  instructorTitle: 'Holdets uge',
  sent: (n: number) => count(n, 'har sendt', 'har sendt'),
  begun: (n: number) => count(n, 'er i gang', 'er i gang'),
  readAnswers: 'Læs svarene',
  administratorTitle: 'Rummets drift',
  administratorIntro:
    'Her ser du, om karakterer når frem til kursusrummet. Du kan ikke se, hvad deltagerne skriver.',
  activity: 'Aktivitet',
  delivered: 'Nået frem',
  waiting: 'På vej',
  stopped: 'Stoppet',
};
