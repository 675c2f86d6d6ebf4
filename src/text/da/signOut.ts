/** Signing out, and the page after it. */
export const signOut = {
  button: 'Log ud',
  title: 'Du er logget ud',
  done: 'Det gælder her og på andre enheder. Det, du har gemt, er her stadig.',
  sharedTitle: 'Er det ikke din egen computer?',
  shared: 'Log også ud af kurset, og luk alle faner. Ellers kan den næste åbne kurset i dit navn.',
  closeTab: 'Luk fanen, hvis andre skal bruge computeren.',
  again: 'Du kommer ind igen fra dit kursusrum.',
  againByLink: 'Du kommer ind igen med dit eget link.',
};
