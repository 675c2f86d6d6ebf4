/** In characters: more than twice a course in both languages. */
const MOST = 2 * 1024 * 1024;

/**
 * Remembers the result of a pure function for each text, since most texts of a course are the same from one check to
 * the next. Results are shared, so nobody may change them.
 *
 * @param most characters of all remembered texts together; texts not asked for recently are forgotten first
 */
export function memoizeByText<Made>(make: (text: string) => Made, most = MOST): (text: string) => Made {
  // Two generations instead of a full order of use: a hit then costs one lookup and moves nothing.
  let recent = new Map<string, { made: Made }>();
  let before = new Map<string, { made: Made }>();
  let characters = 0;
  return (text) => {
    const known = recent.get(text);
    if (known) return known.made;
    const entry = before.get(text) ?? { made: make(text) };
    if (characters + text.length > most / 2) {
      before = recent;
      recent = new Map();
      characters = 0;
    }
    characters += text.length;
    recent.set(text, entry);
    return entry.made;
  };
}
