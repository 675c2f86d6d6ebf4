/**
 * Pages where an administrator helps someone who asks for a copy or an erasure, and where a person fetches the copy by
 * a link.
 */
export const people = {
  title: 'Personer på holdet',
  linkHere: 'Hjælp en, der vil have en kopi eller slettes',
  linkText: 'Alle kan gøre det selv under "Dine data". Her kan du hjælpe en, der ringer eller skriver.',
  home: 'Til rummets drift',
  lead: 'Find den person, der har bedt om det. Du ser ikke, hvad de har skrevet.',
  notice: 'Det, personerne selv får at vide, står under "Sådan passer vi på dine data" nederst på siden.',
  list: 'Alle på holdet',
  search: 'Søg på et navn eller et nummer',
  searchButton: 'Søg',
  found: (n: number, words: string) =>
    n === 0
      ? `Ingen hedder “${words}”.`
      : n === 1
        ? `1 person passer på “${words}”.`
        : `${n} personer passer på “${words}”.`,
  showAll: 'Vis alle',
  none: 'Der er ingen andre på holdet endnu.',
  name: 'Navn',
  numberTerm: 'Nummer',
  number: (number: number) => `Nummer ${number}`,
  role: 'Rolle',
  roles: {
    participant: 'Deltager',
    instructor: 'Instruktør',
    administrator: 'Administrator',
    tester: 'Testdeltager',
    builder: 'Kursusbygger',
  },
  firstSeen: 'Her første gang',
  lastSeen: 'Her sidst',
  choose: 'Vælg',
  erased: 'Personen er slettet. Vi har skrevet ned, at du gjorde det, og hvornår.',
  erasing: 'Sletningen er i gang. Vi gør den selv færdig. Vi har skrevet ned, at du bad om den, og hvornår.',

  back: 'Til alle på holdet',
  sure: 'Vær sikker på, at du taler med den rigtige. Er du i tvivl, så ring tilbage på et nummer, du kender i forvejen.',
  copyHeading: 'Personen vil have en kopi',
  copyText: 'Personen henter selv kopien på kurset, under "Dine data". Så er der ingen andre, der har den i hænderne.',
  copyElsewhere:
    'Kan personen ikke komme ind på kurset mere? Skriv til dem, der driver værktøjet. De kan lave et link. Giv dem denne kode:',
  eraseHeading: 'Slet alt om personen',
  eraseText: 'Du ser først, hvad der sker.',
  eraseLink: 'Se, hvad der sker, hvis du sletter',
  erase: {
    title: (who: string) => `Slet alt om ${who}`,
    back: 'Tilbage til personen',
    lead: 'Det sker der, når du sletter:',
    points: [
      'Alt, hvad personen har skrevet her, bliver slettet. Det gælder også dagbog, planer og svar.',
      'Instruktørerne kan ikke længere læse det.',
      'Påmindelser og links stopper.',
      'Det kan ikke fortrydes. Vi kan heller ikke hente det tilbage.',
      'Kursusrummet husker stadig, hvad personen blev færdig med. Det ligger der og ikke hos os.',
    ],
    copyFirst: 'Vil personen have en kopi, så vent med at slette, til den er hentet.',
    later: 'Personen kan godt være med på kurset igen bagefter.',
    confirm: 'Ja, personen har bedt om det. Slet alt.',
    confirmMissing: 'Sæt kryds, hvis du vil slette alt.',
    button: 'Slet alt',
    keep: 'Nej, behold det',
  },

  copy: {
    title: 'Din kopi er klar',
    help: 'Driller teknikken? Skriv eller ring til den, der sendte dig linket.',
    signInTitle: 'Hent en kopi af dine data',
    signInText:
      'Her kan du hente alt det, vi gemmer om dig på kurset. Linket virker kun én gang. Så gør det på en computer eller telefon, som er din egen.',
    signIn: 'Gå videre',
    closedTitle: 'Linket virker ikke mere',
    closedText: 'Det er måske brugt, eller det er mere end 7 dage gammelt.',
    closedAdvice: 'Bed den, der sendte det, om at lave et nyt. Du kan også hente kopien under "Dine data" på kurset.',
    lead: 'Du kan hente kopien på to måder. Siden er åben i en time.',
    done: 'Jeg er færdig',
  },
};
