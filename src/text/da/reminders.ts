function hours(n: number) {
  return `kl. ${n}.00`;
}

/** Reminders that a person has asked for: the page, the calendar, and every message. */
export const reminders = {
  title: 'Påmindelser',
  lead: 'Vil du have en påmindelse? Du vælger selv hvordan. Intet er slået til på forhånd.',
  privacy:
    'En påmindelse nævner hverken dit navn eller kurset. Du får højst én om dagen som e-mail og én som sms. Der kommer ingen mellem kl. 21 og kl. 8.',
  notOffered: 'Du kan få påmindelser i din kalender. E-mail og SMS er ikke sat op her.',
  saved: {
    choices: 'Dit valg er gemt',
    on: 'Koden passer',
    stopped: 'Det er slået fra',
    calendarStopped: 'Kalenderen er slået fra',
  },
  savedText: {
    choices: '',
    on: 'Nu kan du vælge, hvad du vil have en påmindelse om.',
    stopped: 'Du får ikke flere påmindelser på den måde. Adressen er slettet her.',
    calendarStopped: 'Den gamle adresse virker ikke mere.',
  },

  calendar: {
    /** The calendar's name in a program, where others may see it. */
    name: 'Mine tider',
    heading: 'I din kalender',
    what: 'Din kalender henter selv tiderne: onlinemøder, nye uger og spørgsmål. Titlerne er neutrale.',
    make: 'Lav min kalenderadresse',
    isOn: (day: string) => `Din kalenderadresse er lavet ${day}. Den vises kun én gang.`,
    again: 'Lav en ny adresse',
    againHint: 'Så virker den gamle ikke mere.',
    stop: 'Slå kalenderen fra',
    madeTitle: 'Her er din kalenderadresse',
    madeText: 'Den vises kun nu. Den, der har adressen, kan se dine tider. Giv den ikke til andre.',
    open: 'Åbn i min kalender',
    copy: 'Eller kopiér adressen',
    copyHint: 'Sæt den ind i din kalender, hvor der står “abonner” eller “tilføj med link”.',
    back: 'Tilbage til påmindelser',
    events: {
      webinar: 'Onlinemøde',
      week: 'Ny uge i kursusrummet',
      preparation: 'Husk forberedelsen',
      survey: 'Nye spørgsmål til dig',
    },
  },

  channels: {
    email: {
      heading: 'Som e-mail',
      address: 'Din e-mail',
      addressHint: 'Vi sender en kode, så vi ved, at den er din.',
      badAddress: 'Skriv en e-mail, som for eksempel navn@eksempel.dk',
      stop: 'Stop e-mail',
      refused: 'Din e-mail tog ikke imod den sidste besked. Derfor er den slået fra. Du kan skrive en anden.',
    },
    sms: {
      heading: 'Som SMS',
      address: 'Dit mobilnummer',
      addressHint: 'Otte tal. Vi sender en kode, så vi ved, at det er dit.',
      badAddress: 'Skriv et mobilnummer på otte tal',
      stop: 'Stop SMS',
      refused: 'Dit nummer tog ikke imod den sidste besked. Derfor er det slået fra. Du kan skrive et andet.',
    },
  },
  isOff: 'Den er ikke slået til.',
  isOn: (address: string) => `Den er slået til: ${address}`,
  nothingYet: 'Du har ikke valgt noget endnu. Derfor får du ingen beskeder.',
  sendCode: 'Send mig en kode',
  change: 'Brug en anden',
  codeSentTo: (address: string) =>
    `Koden er på vej til ${address}. Den virker i 15 minutter. Kommer den ikke, så bed om en ny.`,
  code: 'Koden på seks tal',
  confirm: 'Brug koden',
  codeAgain: 'Send en ny kode',
  errors: {
    codeMissing: 'Skriv koden på seks tal',
    wrong: 'Koden passer ikke. Se efter, og prøv igen.',
    expired: 'Koden virker ikke mere. Bed om en ny.',
    usedUp: 'Koden er prøvet for mange gange. Bed om en ny.',
    tooMany: 'Der er sendt nok koder lige nu. Prøv igen om en time eller i morgen.',
    away: 'Koden kunne ikke sendes lige nu. Prøv igen lidt senere.',
    refused: 'Der kunne ikke sendes en kode dertil. Se efter, om alt er skrevet rigtigt.',
    country: 'Vi kan ikke sende SMS til det land. Brug et dansk nummer, eller vælg e-mail.',
    weekdays: 'Vælg mindst én dag til din plan',
    choice: 'Vælg en af mulighederne',
  },

  choices: {
    heading: 'Hvad vil du have en påmindelse om?',
    what: {
      preparation: 'Forberedelsen, hvis jeg ikke har sendt den',
      webinar: 'Onlinemødet, en time før',
      survey: 'Spørgeskemaer, også tre måneder efter kurset',
      plan: 'Min plan, de uger, hvor jeg har en',
    },
    surveyHint:
      'Et spørgeskema, du ikke har sendt, minder vi om to gange. Er kurset slut, er der et link i beskeden. Den, der har linket, kan svare for dig.',
    when: 'Hvornår vil du have en påmindelse om forberedelsen?',
    before: 'Nogle dage før onlinemødet',
    weekly: 'En fast dag hver uge',
    noWebinar: 'Der er ikke sat tid på onlinemødet endnu.',
    days: 'Hvor mange dage før?',
    daysBefore: (n: number) => (n === 1 ? '1 dag før' : `${n} dage før`),
    weekday: 'Hvilken dag?',
    time: 'På hvilket tidspunkt?',
    planDays: 'Hvilke dage vil du have en påmindelse om din plan?',
    planTime: 'Hvornår på dagen?',
    hours,
    weekdays: ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
    save: 'Gem',
  },

  stop: {
    title: 'Stop påmindelser',
    email: 'Vil du stoppe påmindelser på e-mail?',
    sms: 'Vil du stoppe påmindelser på SMS?',
    button: 'Ja, stop dem',
    doneTitle: 'Påmindelserne er stoppet',
    done: 'Du får ikke flere. Du kan slå dem til igen inde på siden Påmindelser.',
    unknownTitle: 'Linket virker ikke',
    unknown: 'Se, om hele linket er kommet med fra beskeden. Du kan også stoppe inde på siden Påmindelser.',
    help: 'Har du brug for hjælp? Spørg din instruktør.',
  },

  /**
   * The messages that leave the tool. They must not reveal to a stranger what the course is about; a test searches
   * them.
   */
  messages: {
    greeting: 'Hej.',
    wayIn: 'Log ind, som du plejer.',
    why: 'Du får denne besked, fordi du selv har bedt om den.',
    stop: (url: string) => `Vil du ikke have flere? Tryk her:\n${url}`,
    stopShort: (url: string) => `Stop: ${url}`,
    preparation: { subject: 'Husk forberedelsen', line: 'Din forberedelse ligger klar til dig.' },
    webinar: { subject: 'Onlinemøde i dag', line: (time: string) => `Onlinemødet begynder kl. ${time}.` },
    survey: { subject: 'Spørgsmål til dig', line: 'Der er nogle spørgsmål til dig.' },
    answer: (url: string) => `Svar her: ${url}`,
    answerCare: 'Du skal ikke logge ind. Linket er kun til dig, så giv det ikke til andre.',
    plan: { subject: 'Din plan i dag', line: 'Har du lyst til at se på din plan i dag?' },
    code: {
      subject: 'Din kode',
      line: (code: string) => `Din kode er ${code}.`,
      lasts: 'Den virker i 15 minutter.',
      notYou: 'Har du ikke bedt om den, skal du ikke gøre noget.',
    },
  },
};
