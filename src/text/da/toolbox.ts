function tools(n: number) {
  return n === 1 ? '1 side' : `${n} sider`;
}

/** The toolbox: the course book's pages. */
export const toolbox = {
  title: 'Værktøjskassen',
  search: 'Søg i værktøjskassen',
  searchHint: 'For eksempel: sove, angst eller møde',
  searchButton: 'Søg',
  found: (n: number, query: string) =>
    n === 0 ? `Vi fandt ikke noget om “${query}”. Her er alle siderne.` : `Vi fandt ${tools(n)} om “${query}”.`,
  needsLabel: 'Det kan du finde',
  needs: {
    rest: 'Søvn, krop og kræfter',
    mind: 'Humør, uro og svære følelser',
    everyday: 'Få hverdagen til at hænge sammen',
    others: 'Tal med andre',
    work: 'Find og behold et job',
    more: 'Andet',
  },
  showAll: 'Vis alle',
  back: 'Tilbage til det, du var i gang med',
  toIndex: 'Hele værktøjskassen',
  what: 'Hvad er det?',
  when: 'Hvornår kan du bruge det?',
  how: 'Sådan gør du',
  example: 'Et eksempel',
  stuck: 'Når det ikke virker',
  sheet: 'Dit eget ark',
  sheetHint:
    'Udskriv siden, så får du linjer at skrive på. Eller skriv svarene på et stykke papir. Her på siden bliver intet gemt.',
  contents: 'På denne side',
  usedIn: 'Her møder du det på kurset',
  tryNow: 'Prøv det nu',
  related: 'Passer godt sammen med',
  listen: 'Få det læst op',
  stopListening: 'Stop oplæsning',
  onlyDanish: '',
};
