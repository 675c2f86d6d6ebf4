interface SyncCounts {
  delivered: number;
  waiting: number;
  columnless: number;
  stopped: number;
}

export const instructor = {
  title: (activity: string) => `Svar: ${activity}`,
  overview: 'Hvem er med',
  sent: 'Har sendt',
  begun: 'Er i gang',
  notBegun: 'Er ikke begyndt',
  counts: (sent: number, begun: number, notBegun: number) =>
    `${sent} har sendt. ${begun} er i gang. ${notBegun} er ikke begyndt.`,
  countsWithoutRoster: (sent: number, begun: number) => `${sent} har sendt. ${begun} er i gang.`,
  noRoster: 'Kursusrummet giver os ikke en deltagerliste. Derfor ser du kun dem, der har været her.',
  rosterSilent:
    'Kursusrummet gav os ikke deltagerlisten lige nu. Derfor ser du kun dem, der har været her. Åbn siden igen om lidt.',
  lookedIn: 'Har kigget ind',
  nobody: 'Ingen',
  unsentHidden: 'Du ser kun svar, der er sendt. Kladder er deltagerens egne.',
  participant: (number: number) => `Deltager ${number}`,
  participantsWithoutName: (n: number) => (n === 1 ? 'Deltager uden navn' : `${n} deltagere uden navn`),
  answers: (n: number) => (n === 1 ? '1 svar' : `${n} svar`),
  skipped: (n: number) => (n === 1 ? '1 har sprunget over' : `${n} har sprunget over`),
  mean: (value: string, top: number) => `Gennemsnit: ${value} af ${top}`,
  choice: 'Svar',
  number: 'Antal',
  who: 'Hvem',
  back: 'Til holdets uge',
  step: (number: number, title: string) => `Trin ${number}: ${title}`,
  noQuestions: 'Aktiviteten har ingen spørgsmål.',
  removedOption: 'Svarmulighed, der ikke findes mere',

  unchosen: (options: string) => `Ingen har valgt: ${options}`,
  foldedAnswers: (n: number) => (n === 1 ? 'Læs 1 svar til' : `Læs ${n} svar til`),
  nextAnswers: (n: number) => `Vis flere (${n} svar til)`,
  earlierAnswers: 'Vis de første igen',
  more: (n: number) => (n === 1 ? 'og 1 til' : `og ${n} til`),
  isNew: 'Nyt',
  reply: 'Skriv et svar',

  star: {
    add: 'Tag svaret op',
    remove: 'Valgt. Fjern igen',
    addChart: 'Vis figuren på skærmen',
    removeChart: 'Vises på skærmen. Fjern igen',
    changed: 'Deltageren har sendt igen, siden du valgte svaret. Læs det, og vælg det igen.',
  },

  brief: {
    open: 'Gør klar til webinaret',
    cardHeading: 'Dit næste webinar',
    cardText: 'Svarene, planerne og dine noter på én side. Det tager ti minutter.',
    title: (week: number, module: string) => `Webinar i uge ${week}: ${module}`,
    when: (time: string) => `Webinaret er ${time}.`,
    recent: (n: number, time: string) =>
      n === 0 ? `Ingen nye svar, siden du var her ${time}.` : `${n} har sendt, siden du var her ${time}:`,
    seeWho: 'Se, hvem der er med',
    sync: 'Se alle svar, og om kursusrummet har fået besked',
    others: 'Andre uger',
    week: (number: number, title: string) => `Uge ${number}: ${title}`,
  },

  openings: {
    heading: 'Sådan kan du begynde',
    few: 'Få har svaret. Det er nok. Her er begyndelser, som alle kan være med i.',
    see: 'Se forslag til en begyndelse',
    choice: 'Begynd med en afstemning',
    ask: (question: string) => `Spørg: “${question}”`,
    chosen: (option: string) => [
      `Nogen har valgt: “${option}”. Sig det højt uden navn.`,
      'Bed alle skrive i chatten, om de kender det.',
    ],
    readOptions: ['Læs svarene op. Bed alle skrive deres eget i chatten.'],
    person: (name: string) => `Tal om ${name}`,
    tell: (name: string, about: string) => `Fortæl kort om ${name}: ${about}`,
    nobodySelf: 'Så taler I om en anden. Ingen behøver at fortælle om sig selv.',
    words: 'Begynd i chatten',
    inChat: ['Giv to minutter med stilhed.', 'Et enkelt ord er nok. Dem, der ikke nåede at forberede sig, er med nu.'],
    plans: 'Saml det, der drillede',
    stuckTogether: [
      'Nogle planer gik ikke som skrevet. Tag dem samlet og uden navne.',
      'Spørg holdet: “Hvad kan man prøve i stedet?” Stop efter fem minutter.',
    ],
  },

  people: {
    heading: 'Medkursister, som holdet kender sig selv i',
    hint: 'Tallet er dem, der kender det en del eller rigtig godt.',
    know: (know: number, met: number) => `${know} af ${met}`,
    read: (name: string) => `Læs svarene om ${name}`,
  },

  plans: {
    heading: 'Planerne fra sidste uge',
    made: 'har lavet en plan',
    shared: 'er delt med dig',
    done: 'gik helt eller delvist',
    see: 'Se planerne, og hvad der drillede',
  },

  notes: {
    heading: 'Mine noter',
    ask: 'Noter til webinaret',
    hint: 'Kun du kan læse dem.',
    save: 'Gem noter',
    saved: 'Dine noter er gemt',
    notSaved: 'Dine noter bliver gemt, mens du skriver.',
  },

  replies: {
    writeClass: 'Skriv til holdet',
    sent: 'Svar, du har sendt',
    to: (who: string) => `Til ${who}`,
    theClass: 'hele holdet',
  },

  print: {
    link: 'Print på to sider',
    back: 'Tilbage til siden',
    print: 'Print',
    noNames: 'Papiret har ingen navne, for det kan blive set af andre.',
    stars: 'Svar, du vil tage op',
    charts: 'Det har holdet valgt',
    written: 'Det har holdet skrevet om',
  },

  present: {
    link: 'Vis på skærmen',
    count: (n: number) => (n === 1 ? 'Der er 1 ting at vise.' : `Der er ${n} ting at vise.`),
    howTo:
      'Du ser først, hvad der kommer. Det vises, når du trykker. Piletasterne virker også. Der står aldrig et navn.',
    nothing: 'Vælg et svar eller en figur på siden med svarene. En figur vises, når mindst tre har svaret.',
    gone: 'Det, du ville vise, kan ikke vises mere.',
    begin: 'Begynd',
    open: 'Vis det',
    next: 'Næste',
    previous: 'Tilbage',
    end: 'Slut',
    close: 'Luk visningen',
    ways: 'Frem og tilbage',
    position: (number: number, total: number) => `${number} af ${total}`,
    anAnswer: 'Nu kommer et svar fra holdet',
    aChart: 'Nu kommer en figur',
  },

  sync: {
    title: 'Besked til kursusrummet',
    intro: 'Når en deltager har sendt, får kursusrummet besked om det.',
    counts: ({ delivered, waiting, columnless, stopped }: SyncCounts) =>
      [
        delivered > 0 ? `${delivered} er nået frem.` : '',
        waiting > 0 ? `${waiting} er på vej.` : '',
        columnless > 0 ? `${columnless} venter på en karakterkolonne.` : '',
        stopped > 0 ? `${stopped} er ikke nået frem.` : '',
      ]
        .filter(Boolean)
        .join(' '),
    attention: (n: number) =>
      n === 1 ? '1 besked til kursusrummet er ikke nået frem.' : `${n} beskeder til kursusrummet er ikke nået frem.`,
    seeWhy: 'Se hvorfor',
    stopped: 'Ikke nået frem',
    waiting: 'På vej',
    columnless: 'Venter på en karakterkolonne',
    columnlessAdvice: 'Får holdet kun én karakter for hele kurset, skal du ikke gøre noget.',
    lookAgain: 'Se efter nu',
    delivered: 'Nået frem',
    deliveredAt: (when: string) => `Nået frem ${when}.`,
    alreadyGraded: 'Kursusrummet havde den allerede.',
    soon: 'Vi sender om et øjeblik.',
    nextTryToday: (time: string) => `Vi prøver igen kl. ${time}.`,
    nextTry: (when: string) => `Vi prøver igen ${when}.`,
    resend: 'Send igen',
    resendFor: (who: string) => `for ${who}`,
    resendAll: 'Send alle igen',
    resendingTitle: 'Vi sender igen nu',
    resendingText: 'Åbn siden igen om lidt. Så kan du se, om det lykkedes.',
    causes: {
      down: 'Kursusrummet svarer ikke. Det går som regel over af sig selv.',
      busy: 'Kursusrummet har travlt lige nu.',
      deleted: 'Aktiviteten er slettet i kursusrummet.',
      notGradable: 'Kursusrummet tager ikke imod for den her person. Måske er personen ikke på kurset mere.',
      refused: 'Kursusrummet lukker os ikke ind. Fortæl det til den, der passer kursusrummet.',
      off: 'Forbindelsen til kursusrummet er lukket. Fortæl det til den, der passer kursusrummet.',
      noColumn:
        'Der er ingen karakterkolonne endnu. Sæt aktiviteten ind på kurset, så kommer karaktererne af sig selv.',
      noGrades: 'Kursusrummet tager ikke imod karakterer fra os. Fortæl det til den, der passer kursusrummet.',
      moved: 'Aktiviteten står et andet sted i kursusrummet nu.',
      tooOld: 'Vi har prøvet i 30 dage og er holdt op.',
      other: 'Kursusrummet svarede noget, vi ikke forstod. Fortæl det til den, der passer kursusrummet.',
    },
    causesTitle: 'Hvorfor noget ikke er nået frem',
    cause: 'Årsag',
    code: 'Kode',
    reason: (words: string) => `Kursussystemet skriver: ${words}`,
  },
};
