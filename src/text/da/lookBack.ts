function times(n: number, one: string, many: string) {
  return n === 1 ? `1 ${one}` : `${n} ${many}`;
}

/** Looking back at a week, or at the course: for the participant alone. */
export const lookBack = {
  home: 'Til min uge',
  whoReads: 'Kun du kan se siden. Den er lavet af det, du selv har skrevet. Sletter du noget, er det væk her også.',
  week: (number: number) => `Tilbage på uge ${number}`,
  weekLead: 'Stop lige op. Det her har du gjort.',
  did: 'Det gjorde du',
  sent: (title: string) => `Du sendte “${title}”.`,
  ticked: (n: number) => `Du satte ${times(n, 'kryds', 'krydser')} ved din plan.`,
  wrote: (n: number) => `Du skrev om dagen ${times(n, 'gang', 'gange')}.`,
  words: 'Det skrev du',
  plans: 'Din plan',
  tickedDays: 'Kryds',
  outcome: 'Sådan gik det',
  learned: 'Det vil du huske',
  mood: 'Dit humør',
  helped: 'Det hjalp dig',
  empty: 'Der står ikke noget her for den uge',
  emptyText: 'Det gør ikke noget. Nogle uger er sådan. Du kan begynde igen, hvor du er nu.',
  toCourse: 'Se tilbage på hele kurset',
  print: 'Udskriv eller gem som PDF',
  course: 'Mit kursus',
  courseLead: 'Her er dit kursus i dine egne ord. Udskriv siden, eller gem den, hvis du vil have den med dig.',
  courseEmpty: 'Her kommer det, du skriver',
  courseEmptyText: 'Når du har lavet en plan eller svaret på noget, kan du se det her.',
  date: 'Dato',
  from: 'TÆTTERE PÅ JOB',
  ownWords: 'Det skrev jeg',
  ownPlans: 'Mine planer',
  ownMood: 'Mit humør, uge for uge',
  ownHelped: 'Det, der hjalp mig',
  calendarWeek: (number: number, from: string) => `Uge ${number}, fra ${from}`,
  mean: (mean: string, days: number) => `${mean} af 5 i snit, ${times(days, 'dag', 'dage')}`,
};
