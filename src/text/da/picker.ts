function activities(n: number) {
  return n === 1 ? '1 aktivitet' : `${n} aktiviteter`;
}
function links(n: number) {
  return n === 1 ? '1 link' : `${n} links`;
}
function minutes(n: number) {
  return n === 1 ? '1 minut' : `${n} minutter`;
}

/** Pages where an instructor chooses what to place in the course. */
export const picker = {
  title: 'Hvad skal med i dit kursus?',
  lead: 'Læg hele kurset ind på én af tre måder, eller vælg en uge ad gangen længere nede. Du kan rette navne og rækkefølge i kurset bagefter.',
  oneOnly: 'Dit kursussystem tager én aktivitet ad gangen. Vælg én her. Kom igen, når du skal bruge den næste.',
  oneOnlyTip: 'Har du travlt? Så vælg Min uge. Derfra når deltagerne hele kurset.',
  /** Hele kurset, på tre måder. */
  shapes: {
    one: {
      title: 'Ét link til det hele',
      suits: 'Passer til de fleste. Deltagerne trykker på det samme link hver gang og ser, hvad de skal nu.',
      links: '1 link, der hedder Min uge.',
      column: 'Det får én kolonne i karakterbogen. Den bliver fuld, når hele kurset er lavet.',
      take: 'Læg ét link ind',
    },
    weeks: {
      title: 'Et link til hver uge',
      suits: 'Passer, når I vil se i kursusrummet, hvem der er færdig med hver uge.',
      links: (count: number) => `${links(count)}, et for hver uge.`,
      column: 'Hvert link får en kolonne. Den bliver fuld, når ugen er lavet.',
      take: 'Læg alle uger ind',
    },
    activities: {
      title: 'Et link til hver aktivitet',
      suits: 'Passer, når I vil have en karakter for hver lille ting. Det bliver en lang liste i kursusrummet.',
      links: (count: number) => `${links(count)}, i den rigtige rækkefølge.`,
      column: 'Hver aktivitet får sin egen kolonne.',
      take: 'Læg alle aktiviteter ind',
    },
  },
  progressAsk: 'Skal tallet i karakterbogen stige undervejs?',
  progress: 'Vis fremskridt undervejs i karakterbogen',
  progressHint:
    'Gælder links til hele kurset og til uger. Så stiger tallet, hver gang noget er lavet. Slå det kun til, hvis linket skal bestås: I Moodle hedder det "Passing grade", og "Grade to pass" skal være 100.',
  noColumns: 'Kursussystemet vil ikke have kolonner til karakterbogen med. Aktiviteterne virker alligevel.',
  takeWhole: 'Læg hele kurset ind',
  withFront: 'Læg også Min uge ind, øverst',
  week: (number: number, title: string) => `Uge ${number}: ${title}`,
  oneByOne: 'Vælg selv en uge, et spørgeskema eller en side',
  weekByWeek: 'En uge ad gangen',
  weekByWeekAbout:
    'Vælg den her vej, hvis hver uge har sit eget afsnit på kursussiden. Begynd i det afsnit, ugen skal stå i.',
  takeWeek: 'Læg ugen ind som ét link',
  activitiesOfWeek: 'Ugens aktiviteter hver for sig',
  takeAll: 'Læg dem alle ind',
  inWeek: (count: number) => activities(count),
  take: 'Læg ind',
  see: 'Se først',
  minutes: (n: number) => `Tager cirka ${minutes(n)}.`,
  surveys: 'Spørgeskemaer',
  surveysAbout: 'De kommer med hele kurset. Det korte skema før henvisning skal du lægge ind for sig.',
  frontHeading: 'Sider uden karakter',
  places: {
    forsiden: {
      title: 'Min uge',
      text: 'Her kan du se, hvad du skal nu, og komme videre, hvor du slap.',
      about: 'Én side, der viser deltageren det næste skridt. Selv kan du se, hvor langt holdet er.',
    },
    vaerktoejskassen: {
      title: 'Værktøjskassen',
      text: 'Korte sider om det, I lærer på kurset.',
      about: 'Kursets opslagsbog. Deltagerne når den også fra Min uge.',
    },
    humoerdagbogen: {
      title: 'Humørdagbog',
      text: 'Vælg med to tryk, hvordan dagen er. Kun du kan læse det.',
      about: 'Deltagerens egen dagbog. Du kan ikke læse den. Deltagerne når den også fra Min uge.',
    },
  },
  cancel: 'Fortryd',
  nothingChosen: 'Vi forstod ikke, hvad du valgte. Vælg igen.',

  preview: {
    notice: 'Du kigger kun. Her bliver ikke gemt noget.',
    step: (number: number, title: string) => `Trin ${number}: ${title}`,
    back: 'Tilbage til valget',
    take: 'Læg denne aktivitet ind',
    required: 'skal besvares',
    kinds: {
      text: 'Deltageren skriver selv.',
      one: 'Deltageren vælger ét svar.',
      many: 'Deltageren kan vælge flere svar.',
      scale: 'Deltageren vælger på en skala.',
      number: 'Deltageren skriver et helt tal.',
    },
  },

  sending: {
    title: 'Dit valg bliver sendt til kurset',
    explanation: 'Sker der ikke noget? Så tryk på knappen.',
    button: 'Send til kurset',
    cancelTitle: 'Du kommer tilbage til kurset',
    cancelButton: 'Tilbage til kurset',
    message: (count: number) => `${activities(count)} valgt.`,
  },

  unsupported: {
    title: 'Kurset kan ikke tage imod aktiviteter her',
    explanation: 'Det sted i kurset, du kom fra, er til noget andet, for eksempel filer eller almindelige links.',
    advice: 'Gå tilbage, og tilføj aktiviteten som et eksternt værktøj (LTI).',
    back: 'Tilbage til kurset',
    message: 'Her kan man ikke lægge aktiviteter ind. Tilføj dem som et eksternt værktøj (LTI).',
  },
};
