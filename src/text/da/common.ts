import { locale } from '../locale.ts';

/** Words of the layout and the partials: they are on every page, so they are few and short. */
export const common = {
  hardMoments: {
    label: 'Hvis du har det svært',
    ask: 'Har du det svært lige nu?',
    call: 'Ring til Livslinien på',
    danger: 'Er nogen i livsfare, så ring',
    more: 'Mere hjælp',
  },
  productName: 'TÆTTERE PÅ JOB',
  skipToContent: 'Gå til indholdet',
  errorPrefix: 'Fejl: ',
  otherLanguage: { label: 'In English', language: 'en' },
  backToCourse: 'Tilbage til kurset',
  mayClose: 'Du kan lukke vinduet, når du er færdig.',
  help: 'Driller teknikken? Skriv til din instruktør.',
  staffHelp: 'Driller teknikken? Skriv til dem, der driver TÆTTERE PÅ JOB. Fortæl, hvilken side det er.',
  print: 'Udskriv',
  opensNewWindow: 'åbner i et nyt vindue',

  errorSummary: 'Vi mangler lidt, før du kan gå videre',
  error: 'Ret dette:',
  optional: 'du kan springe over',
  chooseOne: 'Vælg ét svar.',
  /** Where the options are buttons. */
  chooseToGoOn: 'Tryk på dit svar. Så går du videre.',
  chosen: 'Valgt',
  chooseMany: 'Vælg alt det, der passer.',
  /** Above a question that only follows up on an answer, where scripts do not run. */
  onlyIf: (labels: string[], ask: string) => `Kun hvis du svarede "${labels.join('" eller "')}" til "${ask}"`,
  limit: {
    roomFor: (count: number) => `Plads til ${danish(count)} tegn.`,
    left: '{count} tegn tilbage',
    over: '{count} tegn for meget',
  },

  buttons: {
    next: 'Næste',
    back: 'Tilbage',
    save: 'Gem mine svar',
    send: 'Send mine svar',
  },

  saved: {
    at: (time: string) => `Gemt kl. ${time}`,
    /** What the script adds, which saves by itself. */
    mayClose: 'Du kan lukke siden, når du vil.',
    byItself: 'Alt bliver gemt. Du kan lukke siden, når du vil.',
    notYet: 'Dine svar bliver gemt, når du går videre.',
    saving: 'Gemmer …',
    waiting: 'Ikke gemt endnu. Vi prøver igen.',
    tooLong: 'Der er for meget tekst på siden. Den er ikke gemt endnu. Gør den kortere, så gemmer vi den.',
    offline: 'Du er ikke på nettet lige nu. Lad siden være åben. Vi gemmer, så snart nettet er tilbage.',
  },

  conflict: {
    heading: 'Du har også skrevet et andet svar her',
    explanation: 'Det er måske fra en anden fane eller telefon. Kopiér det, du vil have med, op i feltet.',
    other: 'Det andet svar',
  },

  progress: {
    label: 'Trin i aktiviteten',
    stepOfAtMost: (number: number, total: number) => `Trin ${number} af højst ${total}`,
    stepOf: (number: number, total: number) => `Trin ${number} af ${total}`,
    all: 'Se alle trin',
    done: 'Færdig',
    current: 'Du er her',
    ahead: 'Kommer senere',
  },

  video: {
    transcript: 'Læs det, der bliver sagt',
    length: (seconds: number) => `Varer ${length(seconds)}`,
    play: 'Afspil videoen',
    pauseText: 'Tag dig tid til at mærke efter.',
    goOn: 'Se videre',
    answer: 'Svar på spørgsmålet',
    resumed: 'Videoen fortsætter, hvor du slap.',
    fromBeginning: 'Se fra begyndelsen',
    search: 'Find et ord i teksten',
    found: { none: 'Ordet er ikke i teksten', one: 'Fundet 1 sted', many: 'Fundet {count} steder' },
    voice: {
      about: 'Filmen har en kunstig stemme, hvis du vil høre den.',
      on: 'Slå stemmen til',
      off: 'Slå stemmen fra',
    },
    cannotPlay: 'Din browser kan ikke vise videoen. Du kan læse det, der bliver sagt, herunder.',
  },

  alert: { info: 'Godt at vide', success: 'Færdig', warning: 'Vær opmærksom', error: 'Noget gik galt' },

  problem: {
    again: 'Prøv igen',
    kept: 'Det, du skrev',
    keptExplanation: 'Kopiér teksten, hvis du vil være sikker på at have den.',
    number: (number: number) => `Nummer til din instruktør: ${number}`,
    reference: 'Reference:',
    toWeek: 'Til min uge',
    toRoom: 'Til holdets uge',
    toSurvey: 'Til spørgsmålene',
    front: 'Til forsiden',
  },
  /** A link that is shown once, and a button that copies it. */
  copyLink: {
    copy: 'Kopiér linket',
    copied: 'Linket er kopieret.',
    mark: 'Linket er markeret. Kopiér det selv.',
  },
};

function danish(count: number) {
  return count.toLocaleString(locale.da);
}

/** True to the second: "1 minut og 11 sekunder". */
function length(all: number) {
  const whole = Math.round(all);
  const [minutes, seconds] = [Math.floor(whole / 60), whole % 60];
  const parts = [
    minutes > 0 ? (minutes === 1 ? '1 minut' : `${minutes} minutter`) : '',
    seconds > 0 ? (seconds === 1 ? '1 sekund' : `${seconds} sekunder`) : '',
  ];
  return parts.filter(Boolean).join(' og ');
}
