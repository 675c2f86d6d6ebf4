import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', '..', 'views');
const src = join(folder, '..', 'src');

/** Every template by its name: its path below `views`, without `.hbs`. */
export const templates = new Map(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.hbs'))
    .map((file) => [file.replaceAll('\\', '/').replace(/\.hbs$/, ''), readFileSync(join(folder, file), 'utf8')]),
);

/** Every source file, one after the other. */
export const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(src, file), 'utf8'))
  .join('\n');

/** The partials that a template includes by name. */
export function partialsIn(template: string): string[] {
  return [...template.matchAll(/\{\{#?>\s*([\w/-]+)/g)].map(([, name = '']) => `partials/${name}`);
}

/** A template's text with that of all partials in it. */
export function wholeText(name: string, seen = new Set<string>()): string {
  if (seen.has(name)) return '';
  seen.add(name);
  const text = templates.get(name) ?? '';
  return [text, ...partialsIn(text).map((partial) => wholeText(partial, seen))].join('\n');
}
