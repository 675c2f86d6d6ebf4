function days(n: number) {
  return n === 1 ? '1 dag' : `${n} dage`;
}

/** A summary that the participant makes for someone outside the course, such as a case worker. */
export const takeAlong = {
  title: 'Tag noget med',
  home: 'Til min uge',
  lead: 'Her kan du lave et ark til din sagsbehandler eller en anden, du har tillid til. Du vælger selv hvert punkt.',
  whoReads: 'Vi sender ikke arket til nogen, og vi gemmer ikke dit valg. Du udskriver det selv, hvis du vil.',
  nothingYet: 'Når du har lavet en plan eller svaret på noget, kan du vælge det her.',
  plans: 'Dine handleplaner',
  plansHint: 'Kun selve planen kommer med. Hvordan det gik, vælger du for sig.',
  outcomes: 'Sådan gik det',
  outcomesHint: 'Det kommer kun med, hvis du sætter kryds her.',
  outcomeOf: (plan: string, outcome: string) => `${plan}: ${outcome}`,
  helped: 'Det, der hjalp dig',
  helpedIn: (plan: string, words: string) => `${plan}: ${words}`,
  answers: 'Dine svar fra forberedelsen',
  answerTo: (ask: string, words: string) => `${ask} Du skrev: ${words}`,
  mood: 'Dit humør',
  moodHint: 'Kun antal dage og gennemsnit kommer med. Det, du har skrevet i dagbogen, kommer ikke med.',
  moodWeek: (number: number, from: string, to: string) => `Uge ${number} (${from} til ${to})`,
  moodLine: (n: number, mean: string) => `${days(n)} skrevet. Humør i snit ${mean} af 5.`,
  moodScale: '1 er Meget dårligt, 5 er Rigtig godt.',
  tools: 'Værktøjer, du bruger',
  toolsHint: 'Vælg dem, du har haft glæde af.',
  toolsShow: 'Vis værktøjerne',
  line: 'Det vil du gerne have, at din sagsbehandler ved',
  lineHint: 'For eksempel: Jeg har det bedst med møder om formiddagen.',
  name: 'Dit navn',
  nameHint: 'Arket har kun dit navn, hvis du skriver det her.',
  make: 'Vis arket',
  nothingChosen: 'Vælg mindst én ting, eller skriv noget, du vil have med.',
  tooLong: (limit: number, length: number) =>
    `Teksten er ${length} tegn lang. Der er plads til ${limit}. Gør den lidt kortere.`,

  sheet: {
    title: 'Fra mit kursus',
    course: 'Jeg er med på kurset TÆTTERE PÅ JOB. Jeg har selv lavet arket og valgt, hvad der står på det.',
    nameLabel: 'Navn',
    dateLabel: 'Dato',
    signature: 'Underskrift',
    check: 'Sådan ser arket ud, også på papir. Læs det igennem, før du giver det videre.',
    howToPrint:
      'Udskriv eller gem som PDF: Brug "Udskriv" i din browsers menu. På en telefon finder du den tit under "Del".',
    change: 'Ret dit valg',
    unsaved: 'Vi gemmer ikke arket. Når du lukker siden, er det væk.',
    line: 'Det vil jeg gerne have, at du ved',
    plans: 'Mine handleplaner',
    outcome: 'Sådan gik det',
    helped: 'Det, der hjalp mig',
    answers: 'Mine svar fra kurset',
    mood: 'Mit humør, uge for uge',
    tools: 'Værktøjer, jeg bruger',
  },
};
