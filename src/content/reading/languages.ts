import type { Language } from '../../domain/viewer.ts';
import { report, type Reading } from './context.ts';
import type { Localized } from '../localized.ts';
import { pathText } from './shapeWords.ts';
import type { YamlFile } from '../package/yaml.ts';

/** Each language's own name for itself, as shown in a player's caption menu. */
export const languageNames: Record<Language, string> = { da: 'Dansk', en: 'English' };

/**
 * Keys that answers depend on, and what a page shows beside its words: they must have the same value in every language.
 */
const SHARED_KEYS = new Set([
  'kind',
  'from',
  'to',
  'min',
  'max',
  'known',
  'how',
  'factor',
  'mayMiss',
  'better',
  'isShort',
  'isAlone',
  'offersHelp',
  'id',
  'required',
  'maxLength',
  'minutes',
  'wave',
  'drawing',
  'version',
  'heavy',
  'slow',
  'stuckPlans',
]);

/** Reports differences between a translated file and the Danish one, except in their words. */
export function compareLanguages(reading: Reading, danish: YamlFile, other: YamlFile): void {
  const compare = (path: PropertyKey[], [first, second]: [unknown, unknown]): void => {
    const fault = differenceAt(path, first, second);
    if (fault)
      report(reading, other.placeOf(path), {
        da: `${pathText(path, 'da')} ${fault.da}. Det skal være ens på begge sprog (${danish.file}).`,
        en: `${pathText(path, 'en')} ${fault.en}; the languages must agree (${danish.file})`,
      });
    else for (const key of keysOf(first)) compare([...path, key], [memberOf(first, key), memberOf(second, key)]);
  };
  compare([], [danish.value, other.value]);
}

function differenceAt(path: PropertyKey[], danish: unknown, other: unknown): Localized | undefined {
  if (Array.isArray(danish) && Array.isArray(other) && danish.length !== other.length) {
    return {
      da: `har ${other.length === 1 ? '1 punkt' : `${other.length} punkter`}, på dansk ${danish.length}`,
      en: `has ${other.length} entries, in Danish ${danish.length}`,
    };
  }
  const key = path.at(-1);
  if (typeof key !== 'string' || !SHARED_KEYS.has(key) || danish === other) return undefined;
  if (key === 'required' && !danish && !other) return undefined;
  return unlike(shown(other), shown(danish));
}

function unlike(here: string | undefined, there: string | undefined): Localized {
  return {
    da: `${here === undefined ? 'mangler' : `er ${here}`}, på dansk ${there ?? 'mangler den'}`,
    en: `is ${here ?? 'missing'}, in Danish ${there ?? 'missing'}`,
  };
}

/** Undefined for a key that is not there. */
function shown(value: unknown): string | undefined {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function keysOf(value: unknown): PropertyKey[] {
  if (Array.isArray(value)) return [...value.keys()];
  return typeof value === 'object' && value !== null ? [...new Set([...Object.keys(value), ...SHARED_KEYS])] : [];
}

function memberOf(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
