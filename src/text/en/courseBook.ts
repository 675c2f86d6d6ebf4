import type { courseBook as danish } from '../da/courseBook.ts';

export const courseBook: typeof danish = {
  title: 'The course book',
  intro:
    'Here are all the texts of the course on one page. You can read in it, print it or save it as a PDF. Your own answers are not in it.',
  long: 'On paper it takes many pages. If you only want a part, choose the pages when you print.',
  contents: 'Contents',
  toContents: 'To the contents',
  weeks: 'The topics of the course',
  more: 'Would you like more?',
  link: 'The course book: all texts on one page, for printing',
};
