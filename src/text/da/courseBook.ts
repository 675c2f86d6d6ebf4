/** The whole course as a book to print: texts, examples, exercises and tools, and nothing that anyone has written. */
export const courseBook = {
  title: 'Kursusbogen',
  intro:
    'Her er alle kursets tekster på én side. Du kan læse i den, udskrive den eller gemme den som PDF. Dine egne svar er ikke med.',
  long: 'Den fylder mange sider på papir. Vil du kun have en del, så vælg siderne, når du udskriver.',
  contents: 'Indhold',
  toContents: 'Til indholdet',
  weeks: 'Kursets emner',
  more: 'Vil du mere?',
  link: 'Kursusbogen: alle tekster på én side, til at udskrive',
};
