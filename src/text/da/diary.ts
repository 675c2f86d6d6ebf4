function days(n: number) {
  return n === 1 ? '1 dag' : `${n} dage`;
}

/** The mood diary. Its summary of a week only counts: nobody is told how they are. */
export const diary = {
  title: 'Humørdagbog',
  home: 'Til min uge',
  lead: 'Vælg, hvordan dagen er eller var. Det er nok. Du kan skrive mere, hvis du har lyst.',
  whoReads: 'Kun du kan læse din dagbog. Din instruktør og de andre på holdet kan ikke se den.',

  today: (day: string) => `I dag, ${day}`,
  yesterday: (day: string) => `I går, ${day}`,
  mood: 'Hvordan er dit humør?',
  /** Et tryk på forsiden. */
  oneTap: {
    heading: 'Hvordan er dagen?',
    whoReads: 'Ét tryk er nok. Kun du kan se det.',
    chosen: (mood: string) => `Gemt: ${mood}. Kun du kan se det.`,
    more: 'Skriv lidt om dagen',
  },
  moodPast: 'Hvordan var dit humør?',
  moods: { '1': 'Meget dårligt', '2': 'Dårligt', '3': 'Midt imellem', '4': 'Godt', '5': 'Rigtig godt' },
  writeMore: 'Skriv lidt om dagen',
  did: 'Hvad lavede du?',
  didHint: 'For eksempel: gik en tur og lavede mad.',
  helped: 'Hvad hjalp dig?',
  helpedHint: 'For eksempel: at ringe til min søster.',
  save: 'Gem dagen',
  manyHardDays: 'Du har haft mange svære dage. Det behøver du ikke være alene med. Tal gerne med din læge om det.',
  saved: 'Dagen er gemt',
  savedText: 'Du kan altid rette den.',
  notSaved: 'Dagen bliver gemt, når du trykker på knappen.',

  otherDays: 'Skriv om en anden dag',
  week: (number: number) => `Uge ${number}`,
  ownWeek: (number: number) => `Din uge ${number}`,
  range: (from: string, to: string) => `${from} til ${to}`,
  written: (n: number) => (n === 0 ? 'Du har ikke skrevet i denne uge.' : `Du har skrevet på ${days(n)} i denne uge.`),
  writtenShort: (n: number) => `${days(n)} skrevet`,
  picture: (number: number) => `Dit humør i uge ${number}`,
  pictureExplained: 'Hver prik er en dag. 1 er Meget dårligt, 5 er Rigtig godt.',
  onDay: (day: string, mood: string) => `${day}: ${mood}.`,
  nothing: 'ikke skrevet',
  tableCaption: (number: number) => `Tallene for uge ${number}`,
  day: 'Dag',
  moodHeading: 'Humør',
  write: 'Skriv',
  change: 'Ret',
  notYet: 'Kommer',
  notes: 'Det skrev du',
  nav: 'Uger',
  previous: (number: number) => `Uge ${number} (før)`,
  next: (number: number) => `Uge ${number} (efter)`,
  earlier: 'Dine andre uger',
  seeWeek: 'Se og udskriv ugen',
  toToday: 'Skriv om i dag',
  takeAlong: 'Tag noget af det med til din sagsbehandler',
  whatIsIt: 'Læs om aktivitet og humør',

  remove: 'Slet denne dag',
  removed: 'Dagen er slettet',
  removing: {
    title: (day: string) => `Vil du slette ${day}?`,
    text: 'Så forsvinder humør og tekst for den dag. Det kan ikke laves om.',
    yes: 'Ja, slet dagen',
    no: 'Nej, behold den',
  },

  removeOther: 'Fjern den anden tekst, når jeg gemmer',
  rescued: {
    title: 'Din tekst er gemt',
    explanation: 'Siden havde været åben længe. Vi har gemt det, du skrev.',
    advice: 'Gå tilbage til dit kursusrum, og åbn siden igen. Så kan du fortsætte.',
    written: 'Det, du skrev',
    savedAt: (time: string) => `Gemt kl. ${time}.`,
  },
};
