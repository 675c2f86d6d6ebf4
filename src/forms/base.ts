import type { Answer } from '../domain/answers.ts';
import { fingerprint, type FieldChange } from '../responses/merge.ts';
import type { Fault } from './faults.ts';

/** Field id to fingerprint of what a page shows: by it the form that comes back tells what was changed. */
export type Base = Map<string, string>;

/** In place of what a page showed where nobody knows; the fingerprint of no answer. */
const UNKNOWN = '?';

/**
 * The hidden field `base` of a page that shows these answers. A field that is asked about shows what was not stored: it
 * goes on from what its own page had shown.
 */
export function baseOf(
  shown: Iterable<[field: string, answer: Answer]>,
  faults: ReadonlyMap<string, Fault> = new Map<string, Fault>(),
): string {
  return writeBase(
    [...shown].map(([field, answer]): [string, string] => {
      const fault = faults.get(field);
      return [field, fault?.cause === 'cpr' ? fault.base || UNKNOWN : fingerprint(answer)];
    }),
  );
}

/**
 * `base` of a page that stays open after its form was saved: what it shows is what it posted, also where another tab's
 * text is what is stored. Only so does its next save leave that text alone.
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
