import { locale } from '../locale.ts';

function minutes(n: number) {
  return n === 1 ? '1 minut' : `${n} minutter`;
}

/** The preparation: its steps, what may be wrong in them, and the receipt. */
export const prep = {
  stepTime: (n: number) => `cirka ${minutes(n)}`,
  whoReads: {
    draft: 'Din instruktør læser det først, når du har sendt.',
    sent: 'Din instruktør kan læse det, du har sendt. Det, du retter, er kun dit, indtil du sender igen.',
  },

  reader: {
    ask: 'Hvem må læse dit svar?',
    options: { instruktoer: 'Min instruktør', mig: 'Kun mig' },
  },

  otherLanguage: 'Denne uge findes kun på dansk.',

  savedHeading: 'Det er gemt',
  savedText: 'Du kan godt lukke siden nu. Næste gang fortsætter du her.',
  savedHome: 'Til min uge',

  /** Above a step of nothing but choices, where scripts run. */
  removeOther: 'Fjern det andet svar, når jeg gemmer',
  send: 'Send mine svar',
  resend: 'Send mine rettelser',
  sendOn: 'Send og gå videre',
  sendOnly: 'Send og stop her',
  /** Above the button that sends: what one goes on to. */
  then: (title: string, n: number) => `Bagefter: ${title}, cirka ${minutes(n)}.`,

  fault: {
    missing: 'Svar her, så kan du gå videre.',
    tooLong: (limit: number, length: number) =>
      `Teksten er ${danish(length)} tegn lang. Der er plads til ${danish(limit)}. Gør den lidt kortere. Det hele er gemt.`,
    farTooLong: (limit: number, length: number) =>
      `Teksten er ${danish(length)} tegn lang. Der er plads til ${danish(limit)}. Den er ikke gemt endnu. Gør den kortere.`,
    farTooLongUnsaved: 'En af dine tekster er alt for lang. Den er ikke gemt endnu. Gør den kortere. Resten er gemt.',
    repeated: 'Der kom mere end ét svar. Se, om det er rigtigt nu.',
    'unknown-option': 'Svaret passer ikke til mulighederne her. Vælg igen.',
    'not-whole': 'Skriv et helt tal, for eksempel 12.',
    outOfBounds: (min: number, max: number) => `Skriv et helt tal fra ${danish(min)} til ${danish(max)}.`,
    unreadable: 'Vi kunne ikke læse svaret. Prøv igen.',
    cpr: 'Det ligner et cpr-nummer. Skriv det ikke her. Vi har ikke gemt feltet endnu. Fjern nummeret, eller sæt kryds under feltet, hvis det er noget andet.',
    cprUnsaved:
      'Noget af det, du skrev, ligner et cpr-nummer. Det felt er ikke gemt endnu. Fjern nummeret. Er det noget andet, så tryk på en knap. Så kan du vælge det. Resten er gemt.',
    refused: 'Du har sagt nej på en anden side. Derfor er svaret her ikke gemt.',
    stray:
      'Aktiviteten blev lavet om, mens du skrev. Noget af din tekst passer ikke ind mere. Den står nederst på siden.',
  },
  notCpr: 'Det er ikke et cpr-nummer. Gem det, som det er.',
  cprRescued: 'Noget ligner et cpr-nummer. Det har vi ikke gemt. Kopiér det, hvis du vil bruge det.',
  cprRescuedHeading: 'Ikke gemt',
  inStep: (step: number, ask: string, message: string) => `Trin ${step}, "${ask}": ${message}`,
  here: (ask: string, message: string) => `"${ask}": ${message}`,
  strayHeading: 'Tekst, der ikke passer ind mere',
  strayText: 'Kopiér den, hvis du vil bruge den. Den bliver ikke gemt.',

  receipt: {
    title: 'Tak. Dine svar er sendt',
    see: 'Se, hvad du har sendt',
    sentAt: (when: string) => `Sendt ${when}.`,
    nowHeading: 'Hvad sker der nu?',
    now: ['Din instruktør læser svarene før webinaret.', 'De andre på holdet kan ikke se dem her.'],
    reported: 'Kursusrummet får også at vide, at du er færdig. Det kan tage lidt tid.',
    change: 'Du kan rette et svar. Din instruktør ser det nye, når du har sendt igen.',
    unsentHeading: 'Du har rettelser, der ikke er sendt',
    unsent: 'Din instruktør ser stadig det, du sendte før.',
    unsentLink: 'Gå til dine rettelser',
    otherHeading: 'Du har skrevet mere end ét svar',
    other: 'Det ene er sendt. Det andet er gemt, så du kan se det.',
    otherLink: 'Se begge svar',
    nextHeading: 'Det næste for dig',
    nextTime: (n: number) => `Tager cirka ${minutes(n)}.`,
    home: 'Til min uge',
    answersHeading: 'Se og ret dine svar',
    skipped: 'Du kan også svare på:',
    kept: 'Kun du kan se dette svar.',
    edit: 'Ret',
    editQuestion: (ask: string) => `svaret på "${ask}"`,
  },

  rescued: {
    title: 'Din tekst er gemt',
    explanation: 'Siden havde været åben længe. Derfor er svarene ikke sendt endnu, men vi har gemt dem.',
    advice:
      'Gå tilbage til dit kursusrum, og åbn aktiviteten igen. Kom du med dit eget link, så åbn det igen. Så kan du fortsætte, hvor du slap.',
    savedAt: (time: string) => `Gemt kl. ${time}.`,
    written: 'Det, du skrev',
  },
};

function danish(n: number) {
  return n.toLocaleString(locale.da);
}
