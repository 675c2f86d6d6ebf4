import fc from 'fast-check';

const SURROGATES = { first: 0xd800, count: 0x800 };
const CODE_POINTS = 0x110000 - SURROGATES.count;

/**
 * Any character there is, but halves of one. As fast-check's own `unit: 'binary'`, which takes two seconds to make a
 * table of a million characters.
 */
const anyCharacter = fc.nat({ max: CODE_POINTS - 1 }).map(
  (number) => String.fromCodePoint(number < SURROGATES.first ? number : number + SURROGATES.count),
  (character) => {
    const point = typeof character === 'string' ? (character.codePointAt(0) ?? 0) : NaN;
    if (Number.isNaN(point) || String.fromCodePoint(point) !== character) throw new Error('Not one character');
    return point < SURROGATES.first ? point : point - SURROGATES.count;
  },
);

/** Text of any characters, as nobody would think of it. */
export function anyText(limits: { maxLength?: number } = {}): fc.Arbitrary<string> {
  return fc.string({ unit: anyCharacter, ...limits });
}

/** An address on the web; `fc.webUrl` makes that table too. */
export function anyAddress(): fc.Arbitrary<string> {
  const segments = fc.array(anyText({ maxLength: 12 }), { maxLength: 4 });
  return fc
    .tuple(fc.constantFrom('http', 'https'), fc.domain(), segments)
    .map(([scheme, host, path]) => `${scheme}://${host}/${path.map(encodeURIComponent).join('/')}`);
}
