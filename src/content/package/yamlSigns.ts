import type { Localized } from '../localized.ts';
import { causes } from './yamlWords.ts';
import type { Line } from './yamlLine.ts';

/** What can be wrong in a line itself, whatever stands above it. */
interface LineCause {
  isIn: (line: Line) => boolean;
  said: Localized;
}

const COLON = /:(?:\s|$)/;

/** The first that fits is told. */
export const signs: readonly LineCause[] = [
  { isIn: ({ written }) => /^[ -]*\t/.test(written), said: causes.tab },
  // The space that Word puts between two words that belong together looks like any other.
  {
    isIn: ({ written }) => /^[ -]*[^\S ]|^ *(?:- )*[\p{L}\d_-]+:[^\S \n]/u.test(written),
    said: causes.oddSpace,
  },
  { isIn: ({ written }) => /^\s*[–—•·‣▪*]\s/.test(written), said: causes.bullet },
  { isIn: ({ written }) => /^\s*-[\p{L}\d]/u.test(written), said: causes.afterDash },
  { isIn: ({ key, value }) => key === undefined && /^[\p{L}\d_-]+:[^\s/]/u.test(value), said: causes.afterColon },
  { isIn: ({ value }) => quotedPart(value) === 'unclosed', said: causes.unclosed },
  { isIn: ({ value }) => quotedPart(value) === 'part', said: causes.partQuoted },
  { isIn: ({ value }) => /^[”“„»«]/.test(value) && COLON.test(value), said: causes.curly },
  {
    isIn: ({ value }) => /^(?:[*&!%@`]|\[[^\]]*\]\s*[^\s#]|\{[^}]*\}\s*[^\s#])/.test(value),
    said: causes.firstSign,
  },
  {
    isIn: ({ value }) => /^[^"'[{|>#]/.test(value) && COLON.test(value.split(' #')[0] ?? ''),
    said: causes.colons,
  },
];

/** How far the quotation marks reach that a text begins with. */
function quotedPart(value: string): 'none' | 'unclosed' | 'part' | 'whole' {
  const [mark] = value;
  if (mark !== '"' && mark !== "'") return 'none';
  const escaped = mark === '"' ? /\\./g : /''/g;
  const end = value.slice(1).replaceAll(escaped, '__').indexOf(mark);
  if (end < 0) return 'unclosed';
  return /^\s*(?:#.*|,.*)?$/.test(value.slice(end + 2)) ? 'whole' : 'part';
}
