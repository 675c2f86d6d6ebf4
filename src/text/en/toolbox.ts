import type { toolbox as danish } from '../da/toolbox.ts';

function tools(n: number) {
  return n === 1 ? '1 page' : `${n} pages`;
}

export const toolbox: typeof danish = {
  title: 'The toolbox',
  search: 'Search the toolbox',
  searchHint: 'For example: sleep, anxiety or meeting',
  searchButton: 'Search',
  found: (n, query) =>
    n === 0 ? `We found nothing about “${query}”. Here are all the pages.` : `We found ${tools(n)} about “${query}”.`,
  needsLabel: 'What you can find here',
  needs: {
    rest: 'Sleep, body and energy',
    mind: 'Mood, worry and difficult feelings',
    everyday: 'Make everyday life work',
    others: 'Talk with others',
    work: 'Find and keep a job',
    more: 'Other',
  },
  showAll: 'Show all',
  back: 'Back to what you were doing',
  toIndex: 'The whole toolbox',
  what: 'What is it?',
  when: 'When can you use it?',
  how: 'How to do it',
  example: 'An example',
  stuck: 'When it does not work',
  sheet: 'Your own sheet',
  sheetHint:
    'Print the page to get lines to write on. Or write your answers on a piece of paper. Nothing is saved on this page.',
  contents: 'On this page',
  usedIn: 'Where you meet it on the course',
  tryNow: 'Try it now',
  related: 'Goes well with',
  listen: 'Read aloud',
  stopListening: 'Stop reading',
  onlyDanish: 'The toolbox is only in Danish so far.',
};
