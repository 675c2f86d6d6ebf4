import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Returns an expression for the page: the function with this name in a script of this folder. */
export function pageSource(file: string, name: string): string {
  const script = readFileSync(join(import.meta.dirname, file), 'utf8').replace(/^export /gm, '');
  return `(() => {${script}\nreturn ${name};})()`;
}
