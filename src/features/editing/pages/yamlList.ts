import { isMap, isScalar, isSeq, parseDocument } from 'yaml';

export type YamlPath = readonly (string | number)[];

/** A block list in a YAML file, with the position of each entry. */
interface BlockList {
  /** The indentation of each dash. */
  indent: string;
  entries: {
    /** Offset of the line that the dash is on. */
    from: number;
    /** Offset after its last words; blank lines and comments after it belong to the next. */
    to: number;
  }[];
}

/**
 * Adds an entry to a list in the file, without touching anything else. Undefined if the file has no such list.
 * @param after index of the entry that it follows; the last one if there are fewer
 */
export function addToList(
  source: string,
  path: YamlPath,
  { after, lines }: { after: number; lines: readonly string[] },
): string | undefined {
  const list = listIn(source, path);
  const place = list?.entries[Math.min(after, list.entries.length - 1)];
  if (!list || !place) return undefined;
  const [first = '', ...rest] = lines;
  const written = [`- ${first}`, ...rest.map((line) => line && `  ${line}`)];
  const block = written.map((line) => line && list.indent + line).join('\n');
  const gap = hasGaps(source, list) ? '\n\n' : '\n';
  return source.slice(0, place.to) + gap + block + source.slice(place.to);
}

/** The file without an entry of a list; undefined if there is no such entry, or the list would be empty. */
export function removeFromList(source: string, path: YamlPath, index: number): string | undefined {
  const list = listIn(source, path);
  const entry = list?.entries[index];
  if (!list || !entry || list.entries.length === 1) return undefined;
  const next = list.entries[index + 1];
  const before = list.entries[index - 1];
  // With the last entry, the line breaks before it are removed too.
  if (!next) return source.slice(0, before?.to ?? entry.from) + source.slice(entry.to);
  return source.slice(0, entry.from) + source.slice(next.from);
}

/** The file without a line `key: …`; undefined if it is not on a line of its own. */
export function removeKey(source: string, path: YamlPath, key: string): string | undefined {
  const map = parseDocument(source).getIn(path, true);
  const pair = isMap(map) ? map.items.find((one) => isScalar(one.key) && one.key.value === key) : undefined;
  const range = isScalar(pair?.value) ? pair.value.range : undefined;
  if (!range) return undefined;
  const from = source.lastIndexOf('\n', range[0]) + 1;
  const lineEnd = source.indexOf('\n', range[1]);
  const to = lineEnd === -1 ? source.length : lineEnd + 1;
  return new RegExp(`^ +${key}:`).test(source.slice(from, to)) ? source.slice(0, from) + source.slice(to) : undefined;
}

function listIn(source: string, path: YamlPath): BlockList | undefined {
  const parsed = parseDocument(source, { logLevel: 'silent' });
  const list = parsed.errors.length === 0 ? parsed.getIn(path, true) : undefined;
  if (!isSeq(list) || list.flow === true || list.items.length === 0) return undefined;
  const starts = list.items.map((item) => source.lastIndexOf('-', startOf(item) - 1));
  const end = list.range?.[1] ?? source.length;
  const lineOf = (offset: number) => source.lastIndexOf('\n', offset) + 1;
  return {
    indent: source.slice(lineOf(starts[0] ?? 0), starts[0]),
    entries: starts.map((dash, index) => {
      const next = starts[index + 1];
      return { from: lineOf(dash), to: lastWords(source, dash, next === undefined ? end : lineOf(next)) };
    }),
  };
}

function startOf(node: unknown): number {
  return (node as { range?: [number, number, number] }).range?.[0] ?? 0;
}

/** The end of the last line between two offsets that is neither blank nor a comment. */
function lastWords(source: string, from: number, to: number): number {
  const lines = source.slice(from, to).split('\n');
  while (lines.length > 1 && /^\s*(?:#.*)?$/.test(lines.at(-1) ?? '')) lines.pop();
  return from + lines.join('\n').trimEnd().length;
}

function hasGaps(source: string, { entries: [first, second] }: BlockList): boolean {
  return first !== undefined && second !== undefined && source.slice(first.to, second.from).includes('\n\n');
}

/** A one-line text as a YAML value, quoted only if it would be read as something else. */
export function yamlLine(text: string): string {
  const isPlain = /^\p{L}[^:#]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text);
  return isPlain ? text : JSON.stringify(text);
}
