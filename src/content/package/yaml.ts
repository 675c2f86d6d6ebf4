import { isAlias, isMap, isNode, isPair, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { ParsedNode, Range } from 'yaml';
import { memoizeByText } from '../../util/memoizeByText.ts';
import type { Place } from '../faults.ts';
import { report, type Reading } from '../reading/context.ts';
import type { Localized } from '../localized.ts';
import { likelyCause } from './yamlCauses.ts';
import { causes, syntaxWords } from './yamlWords.ts';

/** A parsed YAML file that can tell the line of each value. */
export interface YamlFile {
  /** Path on disk, as passed to the loader. */
  file: string;
  value: unknown;
  /** The position of the value at this path; for a missing value, the beginning of the map that lacks it. */
  placeOf(path: readonly PropertyKey[]): Place;
  /** The position of the key itself. */
  placeOfKey(path: readonly PropertyKey[], key: string): Place;
}

/**
 * Parses YAML 1.2 (core schema). Aliases, anchors, tags, keys that are not text, and repeated keys are refused: no
 * course needs them, and they can make a small file a huge value or hide one value behind another. Records each fault,
 * and returns nothing if there was one.
 */
export function parseYaml(reading: Reading, file: string, text: string): YamlFile | undefined {
  const { lines, parsed, faults, value } = parsedText(text);
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  for (const fault of faults) report(reading, at(fault.offset), fault.message);
  if (faults.length > 0) return undefined;
  return {
    file,
    value,
    placeOf: (path) => at(startOf(nodeAt(parsed, path))),
    placeOfKey: (path, key) => at(startOf(keyIn(nodeAt(parsed, path), key))),
  };
}

const parsedText = memoizeByText((text) => {
  const lines = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
  const broken = syntaxFaults(parsed, text, lines);
  // Of a file that cannot be read the rest is guesswork.
  const faults = broken.length > 0 ? broken : [...featureFaults(parsed), ...cutOffFaults(parsed)];
  const value: unknown = faults.length > 0 ? undefined : parsed.toJS();
  return { lines, parsed, faults, value };
});

interface OffsetFault {
  offset: number;
  message: Localized;
}

const words = {
  deep: {
    da: 'Der er for mange lag i filen. Skriv den med færre.',
    en: 'is nested too deep to read; write it flatter',
  },
  twice: { da: 'Ordet står to gange. Behold en af linjerne.', en: 'this key stands twice; keep one of them' },
  key: {
    da: 'Der skal stå et ord før kolon. Skriv det.',
    en: 'a key must be a plain word; write a word before the colon',
  },
  reference: {
    da: 'En tekst må ikke begynde med *. Skriv den helt ud, eller sæt den i anførselstegn.',
    en: 'references (*) are not used here; write the text in full',
  },
  anchor: { da: 'En tekst må ikke begynde med &. Fjern det.', en: 'anchors (&) are not used here; remove it' },
  tag: {
    da: 'En tekst må ikke begynde med !. Sæt den i anførselstegn.',
    en: 'tags (!) are not used here; put the text in quotes',
  },
} satisfies Record<string, Localized>;

function syntaxFaults(parsed: Document.Parsed, text: string, lines: LineCounter): OffsetFault[] {
  const tooDeep = parsed.errors.find((error) => error.code === 'RESOURCE_EXHAUSTION');
  if (tooDeep) return [{ offset: tooDeep.pos[0], message: words.deep }];
  const twice = parsed.errors.filter((error) => error.code === 'DUPLICATE_KEY');
  const repeated = twice.map(({ pos }) => ({ offset: pos[0], message: words.twice }));
  // After the first syntax error the rest is guesswork, except repeated keys.
  const [first] = parsed.errors.filter((error) => error.code !== 'DUPLICATE_KEY');
  if (!first) return repeated;
  // What is wrong may be at the beginning of the next line, where that stands too far in.
  const cause = likelyCause(text, lines.linePos(first.pos[0]).line + 1);
  if (!cause) return [...repeated, { offset: first.pos[0], message: syntaxWords(first) }];
  return [{ offset: (lines.lineStarts[cause.line - 1] ?? 0) + cause.column - 1, message: cause.message }];
}

function featureFaults(parsed: Document.Parsed): OffsetFault[] {
  const faults: OffsetFault[] = [];
  const refuse = (node: unknown, message: Localized): void => {
    faults.push({ offset: startOf(node), message });
  };
  visit(parsed, (_key, node) => {
    if (isPair(node) && !(isScalar(node.key) && typeof node.key.value === 'string')) {
      refuse(node.key, words.key);
    }
    if (isAlias(node)) refuse(node, words.reference);
    else if (isNode(node) && 'anchor' in node && node.anchor) refuse(node, words.anchor);
    if (isNode(node) && !isAlias(node) && node.tag) refuse(node, words.tag);
  });
  return faults;
}

/** A note has a space after its #; a text such as "#1" has not, and would be lost unseen. */
function cutOffFaults(parsed: Document.Parsed): OffsetFault[] {
  const faults: OffsetFault[] = [];
  visit(parsed, {
    Scalar: (_key, node) => {
      if (/^\S/.test(node.comment ?? '')) faults.push({ offset: startOf(node), message: causes.hash });
    },
  });
  return faults;
}

function startOf(node: unknown): number {
  const range: Range | null | undefined = isNode(node) ? node.range : undefined;
  return range?.[0] ?? 0;
}

function keyIn(node: unknown, key: string): unknown {
  const pair = isMap(node) ? node.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
  return pair?.key ?? node;
}

/** The node at the path, or the last existing node on the way to it. */
function nodeAt(parsed: Document.Parsed, path: readonly PropertyKey[]): ParsedNode | null {
  let node: ParsedNode | null = parsed.contents;
  for (const [index] of path.entries()) {
    const next = parsed.getIn(path.slice(0, index + 1), true);
    if (!isNode(next)) break;
    node = next as ParsedNode;
  }
  return node;
}
