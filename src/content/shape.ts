import type { z } from 'zod';
import { report, type Reading } from './reading.ts';
import type { YamlFile } from './yaml.ts';

/** Checks the contents of a YAML file against its schema. Reports every fault in words; returns nothing if there was one. */
export function checkShape<S extends z.ZodType>(reading: Reading, yaml: YamlFile, schema: S): z.output<S> | undefined {
  const parsed = schema.safeParse(yaml.value, { reportInput: true });
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        const name = pathText([...issue.path, key]);
        report(reading, yaml.placeOfKey(issue.path, key), `${name} is not known here; correct the word or remove it`);
      }
    } else {
      report(reading, yaml.placeOf(issue.path), sentence(issue));
    }
  }
  return undefined;
}

type Issue = z.core.$ZodIssue;

/** A path in an author's notation: `steps[1].questions[0].kind`. */
export function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return text.replace(/^\./, '') || 'the file';
}

function sentence(issue: Issue): string {
  const name = pathText(issue.path);
  if (isMissing(issue)) return `${name} is missing; add it${choices(issue)}`;
  switch (issue.code) {
    case 'invalid_type':
      return `${name} is ${shown(issue.input)}; write ${words[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
    case 'invalid_union':
      return `${name} is ${shown(atDiscriminator(issue))}; use ${valueList(issue)}`;
    case 'too_small':
      return `${name} ${bound(issue.origin, ['short', 'few', 'small'], `at least ${issue.minimum}`)}`;
    case 'too_big':
      return `${name} ${bound(issue.origin, ['long', 'many', 'large'], `at most ${issue.maximum}`)}`;
    case 'invalid_format':
      return `${name} is ${shown(issue.input)}; ${issue.message}`;
    default:
      return `${name} ${issue.message}`;
  }
}

const words: Record<string, string> = {
  string: 'a text (in quotes if it looks like a number or true/false)',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list, each entry on its own line after a dash',
  object: 'keys with values, one on each line',
};

function isMissing(issue: Issue): boolean {
  return issue.code === 'invalid_union' ? atDiscriminator(issue) === undefined : issue.input === undefined;
}

/** For a union discriminated by one key, zod gives the whole map as the input. */
function atDiscriminator(issue: Issue): unknown {
  const { input } = issue;
  if (!('discriminator' in issue) || typeof issue.discriminator !== 'string') return input;
  return typeof input === 'object' && input !== null ? Reflect.get(input, issue.discriminator) : input;
}

function choices(issue: Issue): string {
  const list = valueList(issue);
  return list === '' ? '' : ` (${list})`;
}

function valueList(issue: Issue): string {
  const values: readonly unknown[] =
    issue.code === 'invalid_value' ? issue.values : 'options' in issue ? issue.options : [];
  const texts = values.map(String);
  const last = texts.pop() ?? '';
  return texts.length === 0 ? last : `${texts.join(', ')} or ${last}`;
}

function bound(origin: string, [text, list, number]: [string, string, string], limit: string): string {
  if (origin === 'string') return `is too ${text}; write ${limit} characters`;
  if (origin === 'array') return `has too ${list} entries; give ${limit}`;
  return `is too ${number}; use ${limit}`;
}

function shown(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map of keys';
  return JSON.stringify(value);
}
