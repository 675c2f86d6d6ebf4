/** Questions to the class about a plan that did not happen, and ideas for them. */
export const ideas = {
  title: 'Idéer fra holdet',
  link: 'Spørg holdet om idéer',
  linkHint: 'Uden navn. Andre fra holdet kan skrive, hvad der har hjulpet dem.',
  lead: 'Blev en plan ikke til noget? Andre kender det. Her kan I give hinanden en idé.',
  whoReads:
    'Dit navn står der ikke. Din instruktør læser det først, uden at se dit navn. Så kan hele holdet læse det. Skriv ikke noget, der viser, hvem du er. Tyder ordene på, at du er i fare, spørger vi dig, om de kun skal til din instruktør. Så kan instruktøren se, at de er fra dig.',
  whoReadsIdea:
    'Dit navn står der ikke. Din instruktør læser idéen først, uden at se dit navn. Så kan hele holdet læse den.',
  askTitle: 'Spørg holdet',
  ask: 'Hvad vil du gerne have idéer til?',
  askHint: 'Fortæl kort, hvad der var svært. Én ting er nok.',
  sendQuestion: 'Send spørgsmålet',
  answerTitle: 'Skriv en idé',
  answer: 'Din idé',
  answerHint: 'En enkelt linje. Skriv gerne, hvad der har hjulpet dig.',
  sendIdea: 'Send idéen',
  sent: 'Tak. Din instruktør læser det først.',
  questions: 'Spørgsmål fra holdet',
  fold: 'Tryk på et spørgsmål, hvis du har lyst. Du behøver ikke læse dem.',
  none: 'Der er ingen spørgsmål lige nu.',
  aQuestion: (ideas: number) =>
    ideas === 0
      ? 'Et spørgsmål uden idéer endnu'
      : ideas === 1
        ? 'Et spørgsmål med 1 idé'
        : `Et spørgsmål med ${ideas} idéer`,
  noIdeas: 'Der er ingen idéer endnu.',
  more: 'Vis tre mere',
  write: 'Skriv en idé',
  own: 'Det, du har skrevet',
  takeBack: 'Tag det tilbage',
  states: {
    waiting: 'Din instruktør har det',
    held: 'Kun din instruktør kan læse det',
    shown: 'Holdet kan læse det',
    hidden: 'Holdet kan ikke læse det mere',
  },
  hardTitle: 'Det lyder hårdt. Du skal ikke stå med det alene.',
  hardText:
    'Holdet får ikke det her at se. Under feltet står, hvem du kan tale med nu. Du kan også sende det til din instruktør. Så kan instruktøren se, at det er fra dig. Instruktøren læser det måske først om nogle dage.',
  toInstructor: 'Send kun til min instruktør',
  errors: {
    missing: 'Skriv et par ord',
    tooLong: 'Der er plads til 300 tegn',
    cpr: 'Det ligner et cpr-nummer. Fjern det, før du sender',
    tooMany: 'Du har skrevet meget i denne uge. Kom igen om nogle dage',
    hard: 'Det her er ikke sendt endnu',
  },
  offTitle: 'Idéer fra holdet er slået fra',
  offText: 'Din instruktør har slået siden fra. Har du brug for en idé, så tag det op på webinaret.',
  home: 'Til min uge',
  staff: {
    title: 'Idéer fra holdet',
    link: 'Idéer fra holdet',
    linkText: 'Spørgsmål og idéer, som holdet først ser, når du siger ja.',
    lead: 'Holdet ser først noget, når du trykker “Vis for holdet”. Du ser ikke, hvem der har skrevet det.',
    held: 'Kun til dig',
    heldText:
      'Ordene tyder på, at en er i fare. Personen har selv valgt, at du skal læse det, og ved, at du ser navnet. Skriv til personen, eller ring til den, du plejer at spørge til råds.',
    waiting: 'Venter på dig',
    shown: 'Holdet kan læse det',
    hidden: 'Skjult',
    none: 'Der er ikke noget lige nu.',
    ideaFor: (question: string) => `Idé til: “${question}”`,
    show: 'Vis for holdet',
    hide: 'Skjul',
    choose: 'Vælg til skærmen',
    drop: 'Valgt til skærmen · fjern',
    on: 'Slå til for holdet',
    off: 'Slå fra for holdet',
    isOff: 'Siden er slået fra. Holdet kan ikke se eller skrive noget.',
    back: 'Til holdets uge',
    announced: 'Nu kommer noget fra holdet',
  },
};
