/** What a person reads when a launch from the course room is refused. One page for each code in src/lti/refusal.ts. */
export const refusals = {
  advice: {
    again: 'Luk denne side. Gå tilbage til kurset, og åbn aktiviteten igen derfra.',
    later: 'Vent et par minutter. Gå så tilbage til kurset, og åbn aktiviteten igen.',
    helper: 'Det kan du ikke selv rette. Skriv til din instruktør, og send nummeret her på siden med.',
    cookies:
      'Gå tilbage til kurset, og åbn aktiviteten i et nyt vindue. Hjælper det ikke, så prøv en anden browser, eller tillad cookies for denne side.',
    administrator:
      'Begynd forfra i kursussystemet. Hjælper det ikke, så send nummeret til dem, der driver TÆTTERE PÅ JOB.',
  },
  /** Replaces the footer's line for participants. */
  administratorHelp:
    'Siden er til den, der passer kursussystemet. Har du spørgsmål, så skriv til dem, der driver TÆTTERE PÅ JOB.',
  pages: {
    'login-incomplete': {
      title: 'Vi mangler besked fra dit kursus',
      explanation: 'Siden skal åbnes fra kurset. Her fik vi ikke nok at vide til at lukke dig ind.',
    },
    'login-target': {
      title: 'Linket fører et andet sted hen',
      explanation: 'Aktiviteten i kurset peger på en side, som ikke er vores. Derfor stoppede vi.',
    },
    'platform-unknown': {
      title: 'Vi kender ikke dit kursussystem',
      explanation: 'Kurset er ikke sat op hos os endnu. Den, der passer kursussystemet, skal tilmelde det først.',
    },
    'platform-inactive': {
      title: 'Kurset er ikke åbnet hos os endnu',
      explanation: 'Kursussystemet er tilmeldt, men det er ikke slået til.',
    },
    'platform-error': {
      title: 'Kurset kunne ikke sende dig videre',
      explanation: 'Det sker for eksempel, når du er blevet logget ud af kurset.',
    },
    'cookies-blocked': {
      title: 'Din browser husker ikke, at du er her',
      explanation: 'Din browser gemmer ikke cookies fra denne side. Uden dem kan vi ikke kende dig igen.',
    },
    'launch-direct': {
      title: 'Åbn siden fra dit kursus',
      explanation: 'Denne adresse virker kun, når du kommer fra kurset.',
    },
    'state-missing': {
      title: 'Vi kan ikke se, at det er dig',
      explanation: 'Besøget begyndte i et andet vindue, eller din browser har ikke gemt den cookie, vi skal bruge.',
    },
    'state-used': {
      title: 'Dette link er brugt',
      explanation: 'Hvert link virker kun én gang. Måske er siden blevet hentet igen.',
    },
    token: {
      title: 'Vi kan ikke læse beskeden fra dit kursus',
      explanation: 'Beskeden fra kurset var ikke hel, da den nåede frem.',
    },
    signature: {
      title: 'Vi kan ikke se, at beskeden er fra dit kursus',
      explanation: 'Underskriften på beskeden passer ikke. For din sikkerheds skyld lukker vi ikke nogen ind på den.',
    },
    'keys-unavailable': {
      title: 'Dit kursus svarer ikke lige nu',
      explanation: 'Vi skal spørge kursussystemet, om beskeden er ægte. Det svarede ikke.',
    },
    issuer: {
      title: 'Beskeden kom et andet sted fra',
      explanation: 'Svaret kom ikke fra det kursussystem, du startede i.',
    },
    audience: {
      title: 'Beskeden er ikke til os',
      explanation: 'Kurset har sendt en besked, som er skrevet til en anden.',
    },
    nonce: {
      title: 'Beskeden hører til et andet besøg',
      explanation: 'Måske har du åbnet aktiviteten i to vinduer på én gang.',
    },
    'clock-ahead': {
      title: 'Urene går ikke ens',
      explanation: 'Kursusrummets ur er foran vores, eller vores er bagud. Forskellen er cirka:',
    },
    'clock-behind': {
      title: 'Urene går ikke ens',
      explanation: 'Kursusrummets ur er bagud for vores, eller vores er foran. Forskellen er cirka:',
    },
    'too-slow': {
      title: 'Det tog for lang tid',
      explanation: 'Beskeden fra kurset gælder kun kort tid, og den tid er gået. Der er ikke sket noget med dine svar.',
    },
    claims: {
      title: 'Noget i beskeden fra kurset er forkert',
      explanation: 'Kurset har sendt oplysninger i en form, vi ikke kan bruge.',
    },
    version: {
      title: 'Dit kursus taler et andet sprog end os',
      explanation: 'Kurset bruger en anden version af den standard, vi skal tale sammen med (LTI 1.3).',
    },
    message: {
      title: 'Kurset bad om noget, vi ikke kan',
      explanation: 'Vi kan åbne en aktivitet. Kurset bad om noget andet.',
    },
    choosing: {
      title: 'Kun en instruktør kan vælge aktiviteter',
      explanation: 'Her bliver kurset sat sammen. Du er med på holdet og skal ikke gøre noget her.',
    },
    observer: {
      title: 'Her er kun plads til holdet',
      explanation:
        'Kursusrummet siger, at du følger med på en andens vegne. Det, deltagerne skriver, er privat. Derfor kan du ikke åbne det her.',
    },
    target: {
      title: 'Beskeden passer ikke til linket',
      explanation: 'Linket i kurset og svaret fra kurset peger ikke på det samme.',
    },
    'deployment-unknown': {
      title: 'Denne del af kursussystemet er ikke åbnet hos os',
      explanation: 'Kursussystemet er tilmeldt, men ikke den afdeling, du kommer fra.',
    },
    anonymous: {
      title: 'Vi ved ikke, hvem du er',
      explanation: 'Kurset har ikke fortalt, hvem der kommer. Så kan vi ikke gemme dine svar. Log ind i kurset først.',
    },
    'resource-link': {
      title: 'Vi kan ikke se, hvilken aktivitet du vil åbne',
      explanation: 'Kurset har ikke fortalt, hvor i kurset du kommer fra.',
    },
    busy: {
      title: 'Der er mange på lige nu',
      explanation: 'Vi kan ikke nå at lukke alle ind på én gang.',
    },
    crowded: {
      title: 'Der er mange på vej ind lige nu',
      explanation: 'Vi holder plads til dem, der er midt i at skrive. Det, du har gemt, er her stadig.',
    },
    'too-large': {
      title: 'Beskeden fra dit kursus er for stor',
      explanation: 'Kurset sendte mere, end vi tager imod.',
    },
    'not-found': {
      title: 'Siden findes ikke',
      explanation: 'Der er ikke noget at se på denne adresse.',
    },
    'store-away': {
      title: 'Vi kan ikke åbne aktiviteten lige nu',
      explanation: 'Det er vores fejl, ikke din. Det, du har skrevet og gemt, er her stadig.',
    },
    internal: {
      title: 'Noget gik galt hos os',
      explanation: 'Det er ikke dig, der har gjort noget forkert. Det, du har skrevet og gemt, er der stadig.',
    },
    'registration-closed': {
      title: 'Der er lukket for tilmelding',
      explanation: 'Nye kursussystemer kan ikke tilmelde sig med et link lige nu.',
    },
    'registration-invite': {
      title: 'Invitationen virker ikke',
      explanation: 'Linket er brugt, for gammelt eller ikke helt. Hvert link virker én gang. Bed om et nyt.',
    },
    'registration-address': {
      title: 'Vi kan ikke bruge den adresse',
      explanation:
        'Kursussystemets adresse mangler, eller vi må ikke spørge der. Den skal begynde med https og være offentlig, eller ligge på et net, som er nævnt i PRIVATE_NETWORKS hos os.',
    },
    'registration-issuer': {
      title: 'Adresserne passer ikke sammen',
      explanation: 'Kursussystemet kalder sig noget andet end den adresse, det skrev fra.',
    },
    'registration-platform': {
      title: 'Kursussystemet svarede ikke, som det skal',
      explanation: 'Vi fik ikke et svar, vi kan bruge, så intet er gemt hos os.',
    },
    'registration-incomplete': {
      title: 'Kursussystemet fortæller ikke nok om sig selv',
      explanation: 'Intet er gemt hos os. Dette mangler eller kan ikke bruges:',
    },
  },
  number: 'Nummer',
  goOn: {
    title: 'Fortsæt i et nyt vindue',
    explanation: 'Din browser gemmer ikke noget for os, når vi vises inde i kurset. I et nyt vindue går det fint.',
    advice: 'Kurset bliver stående her, så du kan finde tilbage.',
    button: 'Åbn i et nyt vindue',
    again: 'Åbn aktiviteten igen',
    site: 'Gå til dine kurser',
  },
  oneMoment: {
    title: 'Et øjeblik',
    explanation: 'Vi åbner din aktivitet. Det tager kun et par sekunder.',
  },
  registered: {
    title: 'Kursussystemet er tilmeldt',
    active: 'Det gik godt. Vi er klar til de første.',
    waiting: 'Det gik godt. Vi skal slå det til hos os, før de første kan komme ind.',
    known: 'Kursussystemet var tilmeldt i forvejen. Intet er ændret hos os.',
    close: 'Luk',
    next: 'Nu mangler der kun to ting i kursussystemet',
    steps: ['Slå værktøjet til.', 'Vis det i aktivitetsvælgeren, så instruktørerne kan finde det.'],
    check: 'Kursussystemet kan selv have ændret noget. Se efter:',
    checks: ['Bliver navne stadig delt, som I vil?', 'Er værktøjet stadig i aktivitetsvælgeren?'],
    press: 'Tryk på Luk for at komme tilbage til kursussystemet.',
  },
};
