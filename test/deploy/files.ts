import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';

export const root = join(import.meta.dirname, '..', '..');
export function deployed(path: string): string {
  return readFileSync(join(root, 'deploy', path), 'utf8');
}

/** A YAML document whose form is not known; what is looked for and not there is undefined. */
export interface Tree {
  readonly [key: string]: Tree | undefined;
}

export function treeOf(path: string): Tree {
  return parse(deployed(path), { merge: true }) as Tree;
}
export function treesOf(path: string): Tree[] {
  return parseAllDocuments(deployed(path)).map((one) => one.toJS() as Tree);
}

/** The value at a path such as `spec.template.spec`. */
export function at(tree: Tree | undefined, path: string): unknown {
  return path.split('.').reduce<Tree | undefined>((inner, key) => inner?.[key], tree);
}

/** A Dockerfile's instructions, lines that go on put together. */
export function instructionsOf(dockerfile: string): { word: string; rest: string }[] {
  return dockerfile
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [, word = '', rest = ''] = /^(\w+) (.*)$/.exec(line) ?? [];
      return { word, rest };
    });
}

/** `NAME=value` lines. */
export function variablesOf(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]));
}
