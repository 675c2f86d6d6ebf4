/** Pages shown when something cannot be done: what happened, and what to do now. */
export const problems = {
  'not-found': {
    title: 'Siden findes ikke',
    explanation: 'Vi kan ikke finde den side, du bad om.',
    advice: 'Gå tilbage til dit kursusrum, og åbn aktiviteten derfra.',
  },
  'unknown-activity': {
    title: 'Aktiviteten findes ikke her',
    explanation: 'Linket i kursusrummet peger på en aktivitet, som vi ikke kender.',
    advice: 'Skriv til din instruktør, at linket ikke virker. Du har ikke gjort noget forkert.',
  },
  'session-ended': {
    title: 'Du har været væk et stykke tid',
    explanation: 'For at passe på dine svar lukker vi siden, når den ikke er i brug. Det, du har gemt, er her stadig.',
    advice:
      'Gå tilbage til dit kursusrum, og åbn aktiviteten igen. Kom du med dit eget link, så åbn det igen. Så kan du fortsætte, hvor du slap.',
  },
  'selection-over': {
    title: 'Dit valg er allerede sendt',
    explanation: 'Man kan vælge én gang, hver gang man åbner siden. Måske har den også stået åben for længe.',
    advice: 'Gå tilbage til kurset. Mangler du noget dér, så åbn siden igen fra kurset, og vælg det.',
  },
  'cookies-refused': {
    title: 'Din browser gemmer ikke noget for os her',
    explanation: 'Derfor kan vi ikke huske, at du er kommet ind. Du har ikke gjort noget forkert.',
    advice:
      'Åbn aktiviteten i et nyt vindue. Hjælper det ikke, så prøv en anden browser, eller tillad cookies for denne side.',
  },
  'form-refused': {
    title: 'Vi kunne ikke tage imod dit svar',
    explanation: 'Siden var åbnet fra et andet sted eller for længe siden.',
    advice: 'Gå tilbage til dit kursusrum, og åbn aktiviteten igen. Så kan du fortsætte.',
  },
  'too-large': {
    title: 'Der er for meget tekst',
    explanation: 'Vi kunne ikke gemme teksten, fordi den er for lang.',
    advice: 'Gør teksten kortere, og send den igen. Har du sat den ind fra et andet sted, står den der stadig.',
  },
  'too-much-kept': {
    title: 'Der er ikke plads til mere her',
    explanation: 'Vi har gemt mange udgaver af dine svar. Det, du lige har skrevet, er ikke gemt endnu.',
    advice: 'Kopiér din tekst. Åbn så aktiviteten igen, og fjern de udgaver, du ikke skal bruge.',
  },
  'bad-request': {
    title: 'Vi forstod ikke siden',
    explanation: 'Noget gik galt på vejen mellem din browser og os.',
    advice: 'Gå et skridt tilbage, og prøv igen.',
  },
  'too-many': {
    title: 'Det gik lidt hurtigt',
    explanation: 'Der kom mange tryk på kort tid.',
    advice: 'Vent et minut, og prøv igen. Dine svar er her stadig.',
  },
  'store-away': {
    title: 'Det er ikke gemt endnu',
    explanation: 'Vi kan ikke gemme lige nu. Det er vores fejl, ikke din.',
    advice: 'Luk ikke siden endnu. Vent lidt, og prøv igen med knappen her.',
  },
  'store-unsure': {
    title: 'Vi ved ikke, om det blev gemt',
    explanation: 'Noget gik galt hos os, mens vi gemte. Det er vores fejl, ikke din.',
    advice:
      'Luk ikke siden endnu. Vent lidt, og prøv igen med knappen her. Det gør ikke noget, hvis det allerede er gemt.',
  },
  'page-away': {
    title: 'Vi kan ikke vise siden lige nu',
    explanation: 'Det er vores fejl, ikke din. Det, du har gemt, er her stadig.',
    advice: 'Vent lidt, og prøv igen.',
  },
  'reading-not-noted': {
    title: 'Svarene kan ikke vises lige nu',
    explanation:
      'Vi skriver ned, hver gang nogen læser deltagernes svar. Det kan vi ikke lige nu, og så viser vi dem ikke.',
    advice: 'Vent lidt, og prøv igen. Svarene er her stadig.',
  },
  unexpected: {
    title: 'Noget gik galt hos os',
    explanation: 'Det er vores fejl, ikke din. Det, du har gemt, er her stadig.',
    advice: 'Gå et skridt tilbage, og prøv igen om lidt.',
  },
};
