/**
 * Finds the name that someone probably meant: equal but for capitals and underscores (`loglevel`), or with few letters
 * wrong, missing, added or exchanged (`SANBOX`). A server's environment holds many foreign names, so the shorter a name
 * is the closer it must be: those with five letters or fewer (`PORT`, `HOST`) must have all of them.
 */
export function meantBy(name: string, ours: readonly string[]): string | undefined {
  const letters = lettersOf(name);
  return ours
    .map((one) => ({ one, far: distance(letters, lettersOf(one)) }))
    .filter(({ one, far }) => far <= mistakesIn(lettersOf(one)))
    .toSorted((a, b) => a.far - b.far)[0]?.one;
}

function lettersOf(name: string): string {
  return name.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/** How many mistakes a name of this length may hold: one in six letters, three at most. */
function mistakesIn({ length }: string): number {
  return Math.min(3, Math.floor(length / 6));
}

/**
 * Letters to change, add, remove or exchange with their neighbour (optimal string alignment, a Damerau-Levenshtein
 * distance).
 */
function distance(from: string, to: string): number {
  const rows = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Infinity;
  for (let row = 1; row <= from.length; row += 1) {
    rows.push([row]);
    for (let column = 1; column <= to.length; column += 1) {
      const isSame = from[row - 1] === to[column - 1];
      const isExchange = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      rows[row]?.push(
        Math.min(
          at(row - 1, column) + 1,
          at(row, column - 1) + 1,
          at(row - 1, column - 1) + (isSame ? 0 : 1),
          isExchange ? at(row - 2, column - 2) + 1 : Infinity,
        ),
      );
    }
  }
  return at(from.length, to.length);
}
