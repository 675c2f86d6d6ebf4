import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';

const symbol = /<symbol id="([^"]+)" viewBox="([^"]+)">(.*?)<\/symbol>/gs;

/**
 * Returns a template helper that draws a symbol in the page itself. A `<use>` of another file would be smaller, but in
 * a hidden frame it keeps Chromium from ever firing `load`, and Moodle shows the frame of a content selection only then
 * (decision 0070).
 *
 * @param folder where the files with symbols are
 */
export function symbolsIn(
  folder: string,
): (file: string, name: string | number, className: string) => Handlebars.SafeString {
  const files = new Map<string, Map<string, string>>();
  return (file, name, className) => {
    const read = files.get(file) ?? readSymbols(join(folder, file));
    files.set(file, read);
    const drawn = read.get(String(name));
    if (drawn === undefined) throw new Error(`No symbol ${name} in ${file}.`);
    return new Handlebars.SafeString(`<svg class="${className}" aria-hidden="true" focusable="false" ${drawn}</svg>`);
  };
}

/** Each symbol's view box and content, by its name. */
function readSymbols(path: string): Map<string, string> {
  const all = readFileSync(path, 'utf8').matchAll(symbol);
  return new Map(Array.from(all, ([, name = '', viewBox, content]) => [name, `viewBox="${viewBox}">${content}`]));
}
