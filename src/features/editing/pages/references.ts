import { posix } from 'node:path';
import { isMap, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Draft } from '../draft.ts';
import type { YamlPath } from './yamlList.ts';
import type { Files } from '../store/versions.ts';

/** A value in a file of the course that names another file. */
export interface Reference {
  /** The file that names it. */
  file: string;
  /** Where its value lies in the file: offsets. */
  from: number;
  to: number;
  /** The keys and indexes that lead to it. */
  path: YamlPath;
  /** The titles and names of what it is in, outermost first; the file's own is not among them. */
  within: string[];
  /** The value, as it is written without quotes. */
  value: string;
}

/** Every reference in the draft to one of these files. */
export async function referencesTo(draft: Draft, files: Files, paths: ReadonlySet<string>): Promise<Reference[]> {
  const names = [...paths].map((path) => posix.basename(path));
  const found: Reference[] = [];
  for (const file of files.values()) {
    if (!file.path.endsWith('.yaml')) continue;
    const source = String(await draft.read(file));
    if (names.some((name) => source.includes(name))) found.push(...namedIn(file.path, source, paths));
  }
  return found;
}

function namedIn(file: string, source: string, paths: ReadonlySet<string>): Reference[] {
  const parsed = parseDocument(source, { logLevel: 'silent' });
  const found: Reference[] = [];
  visit(parsed, {
    Scalar: (key, node, ancestors) => {
      const { value, range } = node;
      if (key === 'key' || typeof value !== 'string' || !range) return;
      if (!meantBy(file, value).some((path) => paths.has(path))) return;
      found.push({
        file,
        from: range[0],
        to: range[1],
        path: pathOf([...ancestors, node]),
        within: namesOf(ancestors),
        value,
      });
    },
  });
  return found;
}

/**
 * The files that a name in this file may refer to: beside it, below `media/`, or, in `course.yaml`, in each language.
 */
function meantBy(file: string, name: string): string[] {
  const folder = posix.dirname(file);
  const from = folder === '.' ? ['da', 'en', 'media'] : [folder, 'media'];
  return from.map((one) => posix.join(one, name));
}

function pathOf(nodes: readonly unknown[]): (string | number)[] {
  return nodes.flatMap((node, index): (string | number)[] => {
    const parent = nodes[index - 1];
    if (isPair(node) && isScalar(node.key)) return [String(node.key.value)];
    return isSeq(parent) && !isPair(node) ? [parent.items.indexOf(node)] : [];
  });
}

function namesOf(nodes: readonly unknown[]): string[] {
  const [, ...inner] = nodes.filter((node) => isMap(node));
  return inner.map((one) => one.get('title') ?? one.get('name')).filter((name) => typeof name === 'string');
}

/** The file with its references renamed; quotation marks around them stay. */
export function withNames(
  source: string,
  references: readonly Reference[],
  nameOf: (one: Reference) => string,
): string {
  return references
    .toSorted((a, b) => b.from - a.from)
    .reduce((text, one) => {
      const written = text.slice(one.from, one.to).replace(one.value, () => nameOf(one));
      return text.slice(0, one.from) + written + text.slice(one.to);
    }, source);
}

/** Whether the list entry around a reference contains nothing else that people would miss. */
export function holdsOnly(source: string, path: YamlPath, keys: readonly string[]): boolean {
  const entry = parseDocument(source).getIn(path, true);
  return isMap(entry) && entry.items.every(({ key }) => isScalar(key) && keys.includes(String(key.value)));
}
