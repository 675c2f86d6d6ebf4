/** Characters of texts that are remembered: more than twice a course in both languages. */
const MOST = 2 * 1024 * 1024;

/**
 * Remembers what a pure function makes of each text, since most texts of a course stay as they are from one check to
 * the next. Another text, even by one letter, is made afresh. What is made is shared: nobody may change it.
 *
 * @param most characters of all texts together; those that were not asked for of late are forgotten
 */
export function byText<Made>(make: (text: string) => Made, most = MOST): (text: string) => Made {
  // Two halves instead of an order of all: to be asked for again costs a look, and nothing is moved.
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
