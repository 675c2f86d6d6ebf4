import type { Answer } from '../domain/answers.ts';
import { fingerprint, type FieldChange } from '../responses/merge.ts';
import type { FormFault } from './faults.ts';

/** Field id to fingerprint of what a page shows; the returned form tells from it what was changed. */
export type Base = Map<string, string>;

/** Used where it is unknown what the page showed; no answer has this fingerprint. */
const UNKNOWN = '?';

/**
 * The hidden field `base` of a page that shows these answers. A field with a pending question shows text that is not
 * stored; its fingerprint stays that of the page on which the text was written.
 */
export function baseOf(
  shown: Iterable<[field: string, answer: Answer]>,
  faults: ReadonlyMap<string, FormFault> = new Map<string, FormFault>(),
): string {
  return writeBase(
    [...shown].map(([field, answer]): [string, string] => {
      const fault = faults.get(field);
      return [field, fault && 'base' in fault ? fault.base || UNKNOWN : fingerprint(answer)];
    }),
  );
}

/**
 * The `base` of a page that stays open after its form was saved: it shows what it posted, even if another tab's text is
 * stored. Its next save therefore leaves that text alone.
 */
export function baseAfter({ base, fields }: { base: Base; fields: FieldChange[] }): string {
  return writeBase(new Map([...base, ...fields.map((f): [string, string] => [f.question, fingerprint(f.posted)])]));
}

export function parseBase(text: string): Base {
  return new Map(
    text
      .split(',')
      .map((pair): [string, string] => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)])
      .filter(([field, hash]) => field !== '' && hash !== ''),
  );
}

function writeBase(base: Iterable<[string, string]>): string {
  return [...base].map((pair) => pair.join(':')).join(',');
}
