/** The instructor's overview of the whole class. */
export const classOverview = {
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
  came: 'Kom',
  sortBy: 'Sortér efter',
  legend: 'Et felt for hver aktivitet i ugen. Fyldt er sendt, halvt er i gang, tomt er ikke begyndt.',
  never: 'Aldrig',
  hasLeft: 'Ikke på kurset mere',
  shortWeek: (number: number) => `Uge ${number}`,
  weekTitle: (number: number, title: string) => `Uge ${number}: ${title}`,
  weekCell: ({ sent, begun, total }: { sent: number; begun: number; total: number }) =>
    sent + begun === 0 ? 'Ikke begyndt' : `${sent} af ${total} sendt${begun > 0 ? `, ${begun} i gang` : ''}`,
  hand: {
    title: 'Hvem kan bruge en hånd?',
    'ikke-begyndt': (n: number, _days: number) => `${n} er ikke begyndt`,
    vaek: (n: number, days: number) => `${n} har ikke været her i ${days} dage`,
    write: 'Skriv en hilsen',
  },
  message: {
    title: {
      'ikke-begyndt': 'En hilsen til dem, der ikke er begyndt',
      vaek: 'En hilsen til dem, der ikke har været her',
    },
    count: (n: number) =>
      n === 0 ? 'Der er ingen at sende til lige nu.' : n === 1 ? 'Den går til 1 person.' : `Den går til ${n} personer.`,
    rested: (n: number) => (n === 0 ? '' : `${n} har fået en hilsen inden for en uge og får ikke en til.`),
    unknown: (n: number) =>
      n === 0
        ? ''
        : `${n} har aldrig åbnet siden. Dem kan vi ikke nå herfra. Skriv til dem i kursusrummet. Brug gerne teksten her.`,
    whoReads:
      'Hver af dem får den for sig selv og ser ikke, hvem ellers der får den. Den står på forsiden, når de åbner kurset. Der bliver ikke sendt mail eller sms om det.',
    ask: 'Din hilsen',
    hint: 'Ret den, så den lyder som dig. Skriv ikke om den enkelte. Alle får de samme ord.',
    yourInstructor: 'din instruktør',
    draft: {
      'ikke-begyndt': (name: string) =>
        `Hej.\n\nDu er ikke begyndt endnu, og det er helt i orden. Du kan begynde med ét lille trin, når du har lidt kræfter. Alt bliver gemt undervejs.\n\nDriller teknikken, eller vil du hellere tale med mig først, så skriv til mig i kursusrummet.\n\nVenlig hilsen ${name}`,
      vaek: (name: string) =>
        `Hej.\n\nDet er lidt siden, du har været her. Det gør ikke noget. Du er velkommen, også hvis du kun når lidt. Du kan springe lige ind i den uge, vi er i gang med.\n\nEr noget svært, så skriv til mig i kursusrummet.\n\nVenlig hilsen ${name}`,
    },
    look: 'Se, hvordan den ser ud',
    previewTitle: 'Sådan ser den ud',
    send: (n: number) => (n === 1 ? 'Send til 1 person' : `Send til ${n} personer`),
    change: 'Ret den',
    sent: (n: number) =>
      n === 0
        ? 'Hilsenen er allerede sendt.'
        : n === 1
          ? 'Hilsenen er sendt til 1 person.'
          : `Hilsenen er sendt til ${n} personer.`,
    back: 'Til hele holdet',
  },
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
    prepared: (least: number, weeks: number) => `har sendt forberedelsen i mindst ${least} af ${weeks} uger`,
    attended: (least: number, webinars: number) => `er kommet til mindst ${least} af ${webinars} webinarer`,
    completed: {
      preparation: (prepared: string, _attended: string) => `Gennemført er den, der ${prepared}.`,
      attendance: (_prepared: string, attended: string) => `Gennemført er den, der ${attended}.`,
      either: (prepared: string, attended: string) => `Gennemført er den, der ${prepared} eller ${attended}.`,
      both: (prepared: string, attended: string) => `Gennemført er den, der ${prepared} og ${attended}.`,
    },
    notNoted: 'Der er ikke noteret fremmøde på holdet. Derfor tæller forberedelsen alene.',
    absent: {
      all: 'Fravær er de webinarer, den enkelte ikke kom til eller har meldt afbud til. Dem, ingen har noteret, tæller ikke med.',
      untold:
        'Fravær er de webinarer, den enkelte ikke kom til uden at have meldt afbud. Dem, ingen har noteret, tæller ikke med.',
    },
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
    came: 'kom_til_webinar',
    webinars: 'webinarer_noteret',
    rule: 'regel',
  },
};
