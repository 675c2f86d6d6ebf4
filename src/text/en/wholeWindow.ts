import type { wholeWindow as danish } from '../da/wholeWindow.ts';

export const wholeWindow: typeof danish = {
  link: 'Use the whole window',
  failed: 'That did not work. Try again in a moment.',
};
