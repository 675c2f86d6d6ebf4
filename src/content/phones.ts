/** Numbers that a text may link to. One wrong digit would send someone in need to a stranger. */
const known: ReadonlyMap<string, string> = new Map([
  ['112', 'danger to life'],
  ['114', 'the police'],
  ['1813', 'out-of-hours doctor of the Capital Region'],
  ['1888', 'Lev Uden Vold: violence at home'],
  ['70201201', 'Livslinien: thoughts of suicide'],
]);

const TELEPHONE = /^tel:(\+?\d{3,15})$/;

export function isTelephone(address: string): boolean {
  return TELEPHONE.test(address);
}

/** A link in Markdown that a telephone can call. */
export function phoneLink(number: string): string {
  return `[${number}](tel:${dialled(number)})`;
}

/**
 * What is wrong with a link to a telephone; undefined if it is right.
 * @param shown the words of the link
 * @param own a number that a setting gives
 */
export function phoneFault(address: string, shown: string, own: string): string | undefined {
  const number = TELEPHONE.exec(address)?.[1] ?? '';
  if (!known.has(number) && number !== dialled(own)) {
    return `the number ${number} is not known; known are ${[...known].map(([each, whose]) => `${each} (${whose})`).join(', ')}`;
  }
  return dialled(shown) === number
    ? undefined
    : `the link calls ${number} and shows "${shown}"; they must be the same number`;
}

function dialled(number: string): string {
  return number.replaceAll(/[\s-]/g, '');
}
