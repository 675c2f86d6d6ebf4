/** Words that SPSS or Stata keep for themselves, in any case: as a variable's name they are refused. */
const RESERVED = /^(?:all|and|by|eq|ge|gt|le|lt|ne|not|or|to|with|byte|double|float|if|in|int|long|using|str\d*|strl)$/;

/** Stata takes 32 characters, of which the name of a variable's labels needs two more. */
const LONGEST = 30;

/**
 * The name of each column in files for statistics programs, by what it holds: underscores for hyphens and slashes, and no
 * name twice. @param taken names that are given already
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
