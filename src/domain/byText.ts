/** Characters of texts that are remembered: more than twice a course in both languages. */
const MOST = 2 * 1024 * 1024;

/**
 * Remembers what a pure function makes of each text, since most texts of a course stay as they are from one check to
 * the next. Another text, even by one letter, is made afresh. What is made is shared: nobody may change it.
 *
 * @param most characters of all texts together; the one that was asked for longest ago is forgotten first
 */
export function byText<Made>(make: (text: string) => Made, most = MOST): (text: string) => Made {
  const known = new Map<string, { made: Made }>();
  let characters = 0;
  return (text) => {
    const found = known.get(text);
    const entry = found ?? { made: make(text) };
    if (found) known.delete(text);
    else characters += text.length;
    known.set(text, entry);
    for (const [oldest] of known) {
      if (characters <= most) break;
      known.delete(oldest);
      characters -= oldest.length;
    }
    return entry.made;
  };
}
