import type { Tool } from '../../content/course.ts';

const LONGEST_QUERY = 100;

/** The search text, cut to a sensible length; empty if nothing was typed. @param q from the address */
export function queryOf(q: unknown): string {
  return typeof q === 'string' ? q.trim().slice(0, LONGEST_QUERY) : '';
}

/**
 * The tools that contain every word of the query: first those with it in their title, then those that name it among
 * their keywords or in their summary, last those that only mention it. Phones and foreign keyboards lack Danish
 * letters, so `soevn`, `sovn` and `SØVN` all find `søvn`.
 */
export function findTools(tools: readonly Tool[], query: string): Tool[] {
  const wanted = query.split(/[\s,;.]+/).filter(Boolean);
  if (wanted.length === 0) return [...tools];
  const holds = (text: string) => wanted.every((word) => spellings.some((spell) => spell(text).includes(spell(word))));
  const found = tools.filter(({ title, words }) => holds(`${title} ${words}`));
  const rank = ({ title, keywords, summary }: Tool) => {
    if (holds(title)) return 0;
    return holds([title, summary, ...keywords].join(' ')) ? 1 : 2;
  };
  return found.toSorted((one, other) => rank(one) - rank(other));
}

function spelling(letters: Record<string, string>) {
  return (text: string): string =>
    text
      .toLocaleLowerCase('da')
      .replace(/[æøå]/g, (letter) => letters[letter] ?? letter)
      .normalize('NFD')
      .replace(/\p{M}/gu, '');
}

/** The two ways in which people write Danish letters that their keyboard lacks. */
const spellings = [spelling({ æ: 'ae', ø: 'oe', å: 'aa' }), spelling({ æ: 'ae', ø: 'o', å: 'a' })];
