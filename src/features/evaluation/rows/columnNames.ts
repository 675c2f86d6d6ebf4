/** Reserved words of SPSS and Stata, in any case, which cannot be names of variables. */
const RESERVED = /^(?:all|and|by|eq|ge|gt|le|lt|ne|not|or|to|with|byte|double|float|if|in|int|long|using|str\d*|strl)$/;

/** Stata allows 32 characters, and the name of a variable's labels needs two more than the variable's. */
const LONGEST = 30;

/**
 * Names for columns in files for statistics programs, by content: underscores for hyphens and slashes, and every name
 * unique. @param taken names that are given already
 */
export function columnNames(keys: readonly string[], taken: readonly string[]): ReadonlyMap<string, string> {
  const used = new Set(taken);
  const names = new Map<string, string>();
  for (const key of keys) {
    if (names.has(key)) continue;
    const name = free(nameOf(key), used);
    used.add(name);
    names.set(key, name);
  }
  return names;
}

function nameOf(key: string): string {
  const plain = key.replaceAll(/[-/]/g, '_');
  return (RESERVED.test(plain) ? `${plain}_` : plain).slice(0, LONGEST);
}

function free(name: string, used: ReadonlySet<string>): string {
  for (let count = 2, found = name; ; count += 1) {
    if (!used.has(found)) return found;
    const mark = `_${count}`;
    found = name.slice(0, LONGEST - mark.length) + mark;
  }
}
