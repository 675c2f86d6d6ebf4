const activities = (n: number) => (n === 1 ? '1 aktivitet' : `${n} aktiviteter`);
const weeks = (n: number) => (n === 1 ? '1 uge' : `${n} uger`);
const minutes = (n: number) => (n === 1 ? '1 minut' : `${n} minutter`);

/** Where an instructor chooses what is to stand in the course. */
export const picker = {
  title: 'Hvad skal med i dit kursus?',
  lead: 'Vælg hele kurset, en uge eller én aktivitet. Du kan altid rette navne og rækkefølge i kurset bagefter.',
  oneOnly: 'Dit kursussystem tager én aktivitet ad gangen. Vælg én her. Kom igen, når du skal bruge den næste.',
  oneOnlyTip: 'Har du travlt? Så vælg Min uge. Derfra når deltagerne hele kurset.',
  wholeHeading: 'Hele kurset',
  whole: (count: number, modules: number) => `${activities(count)} i ${weeks(modules)}, i den rigtige rækkefølge.`,
  columns: 'Hver aktivitet får sin egen kolonne i karakterbogen.',
  noColumns: 'Kursussystemet vil ikke have kolonner til karakterbogen med. Aktiviteterne virker alligevel.',
  takeWhole: 'Læg hele kurset ind',
  withFront: 'Læg også Min uge ind, øverst',
  week: (number: number, title: string) => `Uge ${number}: ${title}`,
  takeWeek: 'Læg hele ugen ind',
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
      about: 'Én side, der viser deltageren det næste skridt. Du selv kan se, hvor langt holdet er.',
    },
    vaerktoejskassen: {
      title: 'Værktøjskassen',
      text: 'Korte sider om det, I lærer på kurset.',
      about: 'Kursets opslagsbog. Deltagerne når den også fra Min uge.',
    },
    humoerdagbogen: {
      title: 'Humørdagbog',
      text: 'Skriv i to tryk, hvordan dagen er. Kun du kan læse det.',
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
      scale: 'Deltageren vælger på en skala fra 1 til 5.',
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
