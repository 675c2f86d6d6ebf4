/** Where an instructor notes who came to a webinar. */
export const attendance = {
  link: 'Fremmøde',
  linkText: 'Sæt kryds ved dem, der kom til webinaret.',
  title: (week: number) => `Hvem kom til webinaret i uge ${week}?`,
  when: (day: string) => `Webinaret er ${day}.`,
  lead: 'Sæt kryds, når du kan. Listen behøver ikke være rigtig med det samme. Du kan altid rette den.',
  fast: 'Hurtigst er det at krydse dem af, der kom, og så trykke “Gem. Resten kom ikke”.',
  weeks: 'Webinarer',
  notNoted: 'ikke noteret',
  came: (n: number) => `${n} kom`,
  told: 'Har meldt afbud.',
  states: { came: 'Kom', phone: 'Kom på telefon', away: 'Kom ikke', unknown: 'Ved ikke' },
  save: 'Gem',
  rest: 'Gem. Resten kom ikke',
  saved: (came: number, all: number) => `Listen er gemt. ${came} af ${all} kom.`,
  back: 'Til hele holdet',
  whoReads:
    'Du og holdets andre instruktører kan se listen. Hver deltager kan se sit eget fremmøde i sine data, og at det er noteret. Tallene indgår i det, der bliver sendt til kommunen.',
  nobody: 'Der er ingen deltagere endnu',
  nobodyText: 'De kommer på listen, når de er tilmeldt i kursusrummet.',
};
