/** En instruktørs hilsen til holdet. */
export const greeting = {
  title: 'Din hilsen til holdet',
  home: 'Til holdets uge',
  lead: 'Hilsenen står øverst på Min uge hos alle på holdet. Skriv den om, når en ny uge begynder, hvis du har lyst.',
  whoReads: 'Alle på holdet kan læse den. Du vælger selv, hvad de skal kalde dig.',
  asShown: 'Sådan ser holdet den nu',
  fields: {
    navn: { ask: 'Hvad skal holdet kalde dig?', hint: 'For eksempel dit fornavn.' },
    initialer: {
      ask: 'Dine initialer',
      hint: 'De står i en cirkel ved hilsenen. Vi finder dem selv, hvis du ikke skriver noget.',
    },
    hilsen: { ask: 'Din hilsen', hint: 'For eksempel: Godt, du er her. I denne uge taler vi om søvn. Kom, som du er.' },
  },
  save: 'Gem hilsenen',
  news: { saved: 'Hilsenen er gemt. Holdet kan se den nu.', removed: 'Hilsenen er fjernet.' },
  errors: {
    missing: 'Skriv en hilsen. Vil du ikke have en, så gør alle felterne tomme',
    nameMissing: 'Skriv, hvad holdet skal kalde dig',
    tooLong: (most: number, length: number) => `Der er plads til ${most} tegn. Du har skrevet ${length}`,
    cpr: 'Det ligner et cpr-nummer. Skriv det ikke her. Hilsenen er ikke gemt. Fjern nummeret, eller sæt kryds under feltet, hvis det er noget andet',
  },
  by: (name: string) => `${name}, din instruktør`,
  link: 'Din hilsen til holdet',
  linkText: 'Et par ord og dine initialer på Min uge.',
};
