/** Signing in without a new link, by what one's telephone or computer keeps. */
export const passkeys = {
  title: 'Adgangsnøgler',
  intro:
    'Med en nøgle kommer du ind uden et nyt link. Din telefon eller computer spørger efter din finger, dit ansigt eller din kode.',
  back: 'Til oversigten',
  unable: 'Din browser kan ikke lave en nøgle her. Bed om et nyt link, næste gang du skal ind.',
  name: 'Hvad skal nøglen hedde?',
  nameHint: 'For eksempel Mettes telefon. Så kan I kende den igen.',
  make: 'Lav en nøgle',
  failed: 'Det lykkedes ikke. Prøv igen, eller bed om et nyt link.',
  made: 'Nøglen virker nu.',
  removed: 'Nøglen er fjernet.',
  list: 'Nøgler, der virker',
  ends: 'Fjerner du en nøgle, er de besøg slut, som den har åbnet.',
  none: 'Der er ingen nøgler endnu.',
  madeAt: (day: string) => `Lavet ${day}`,
  usedAt: (day: string) => `Brugt ${day}`,
  unused: 'Ikke brugt endnu',
  remove: 'Fjern',
  signIn: 'Log ind med din nøgle',
  refused: 'Nøglen virker ikke her. Prøv igen, eller bed om et nyt link.',
  faults: {
    name: 'Skriv et navn til nøglen.',
    refused: 'Nøglen blev ikke gemt. Prøv igen.',
  },
};
