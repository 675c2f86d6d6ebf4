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
  news: {
    saved: 'Hilsenen er gemt. Holdet kan se den nu.',
    removed: 'Hilsenen er fjernet.',
    pictured: 'Billedet er gemt. Holdet kan se det nu.',
    unpictured: 'Billedet er fjernet.',
  },
  errors: {
    missing: 'Skriv en hilsen. Vil du ikke have en, så gør alle felterne tomme',
    nameMissing: 'Skriv, hvad holdet skal kalde dig',
    tooLong: (most: number, length: number) => `Der er plads til ${most} tegn. Du har skrevet ${length}`,
    cpr: 'Det ligner et cpr-nummer. Skriv det ikke her. Hilsenen er ikke gemt. Fjern nummeret, eller sæt kryds under feltet, hvis det er noget andet',
  },
  picture: {
    title: 'Dit billede',
    back: 'Til din hilsen',
    lead: 'Et billede gør dig lettere at kende. Du bestemmer selv, om du vil have et. Ellers står dine initialer der.',
    noGreeting: 'Du har ikke skrevet en hilsen endnu. Billedet bliver vist sammen med den.',
    whoSees: 'Alle på holdet kan se billedet. Vi fjerner det, som kameraet har noteret om tid og sted.',
    ask: 'Vælg et billede af dig selv',
    hint: ({ kilobytes, pixels }: { kilobytes: number; pixels: number }) =>
      `JPG, PNG eller WebP. Højst ${kilobytes} kB og ${pixels} punkter på den lange led. De fleste browsere gør selv billedet lille nok.`,
    preview: 'Sådan bliver billedet',
    save: 'Gem billedet',
    remove: 'Fjern billedet',
    add: 'Sæt et billede på',
    change: 'Skift eller fjern billedet',
    alt: (name: string) => `Billede af ${name}`,
    faults: {
      none: () => 'Vælg et billede først',
      kind: () => 'Filen er ikke et JPG-, PNG- eller WebP-billede, vi kan vise. Vælg et andet',
      large: ({ kilobytes, pixels }: { kilobytes: number; pixels: number }) =>
        `Billedet er for stort. Det må højst fylde ${kilobytes} kB og være ${pixels} punkter på den lange led. Beskær det, eller vælg et mindre`,
    },
  },
  by: (name: string) => `${name}, din instruktør`,
  link: 'Din hilsen til holdet',
  linkText: 'Et par ord på Min uge, med dine initialer eller et billede.',
};
