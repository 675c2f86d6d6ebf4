/** The instructor's overview of the whole class. */
export const overview = {
  title: 'Hele holdet',
  intro: 'Se, hvor langt hver enkelt er. Det, deltagerne har skrevet, står ikke her.',
  back: 'Til holdets uge',
  table: 'Uger og deltagere',
  caption: 'Hvor langt hver enkelt er',
  name: 'Navn',
  lastSeen: 'Sidst set',
  done: 'Sendt',
  standing: 'Kurset',
  sync: 'Karakterer',
  absent: 'Fravær',
  sortBy: 'Sortér efter',
  scroll: 'Tabellen er bred. Du kan rulle den til siden.',
  legend: '● sendt, ◐ i gang, ○ ikke begyndt',
  never: 'Aldrig',
  hasLeft: 'Ikke på kurset mere',
  week: (number: number) => `Uge ${number}`,
  progress: { sent: 'Sendt', begun: 'I gang', notBegun: 'Ikke begyndt' },
  standings: {
    completed: 'Gennemført',
    underWay: 'I gang',
    away: 'Frafald',
    notStarted: 'Ikke begyndt',
    unfinished: 'Ikke gennemført',
  },
  nobody: 'Der er ingen deltagere endnu',
  nobodyText: 'De kommer på listen, når de er tilmeldt i kursusrummet.',
  registration: 'Tal til kommunen',
  rule: {
    completed: (least: number, weeks: number) =>
      `Gennemført er den, der har sendt forberedelsen i mindst ${least} af ${weeks} uger.`,
    away: (days: number) =>
      `Frafald er den, vi ikke har set i ${days} dage, mens kurset kører. Kommer de igen, er de med igen.`,
    noStart: 'Holdet har ingen startdato. Derfor kan vi ikke regne frafald ud.',
  },
  download: 'Hent listen (CSV)',
  downloadHint: 'Filen åbner i et regneark. Den har navne i sig, så pas på den.',
  absence: {
    title: 'Fravær fra webinarer',
    next: (day: string, n: number) =>
      n === 0
        ? `Ingen har meldt afbud til webinaret ${day}.`
        : `${n === 1 ? '1 har' : `${n} har`} meldt afbud til webinaret ${day}:`,
    total: (n: number) => (n === 1 ? 'Der er meldt afbud 1 gang i alt.' : `Der er meldt afbud ${n} gange i alt.`),
    reason: 'Grund',
    number: 'Antal',
    reasons: 'Grunde for hele holdet',
    tooFew: (least: number) => `Grundene bliver vist, når mindst ${least} deltagere har meldt afbud.`,
    why: 'Deltagerne vælger grunden på en liste. Du kan ikke se, hvem der har valgt hvad.',
    comesNot: 'Kommer ikke næste gang',
  },
  file: {
    name: 'navn',
    lastSeen: 'sidst_set',
    standing: 'kurset',
    weeksSent: 'uger_forberedt',
    done: 'aktiviteter_sendt',
    sync: 'karakterer',
    absences: 'fravaer',
  },
};
