import type { Answers } from '../../domain/answers.ts';
import type { Instrument } from './instrument.ts';
import { isComparable } from './scores.ts';

/** The instruments at the beginning of a survey's version, `job.3+tro.2:…`, with the version of each. */
export function versionsIn(contentVersion: string): ReadonlyMap<string, number> {
  const parts = (contentVersion.split(':')[0] ?? '').split('+').map((part) => part.split('.'));
  return new Map(parts.map(([id = '', version]) => [id, Number(version)]));
}

/** The answers without those to instruments that have changed since, which are asked again. */
export function answersOfNow(answers: Answers, instruments: readonly Instrument[], contentVersion: string): Answers {
  const changed = new Set(changedSince(instruments, contentVersion).flatMap(({ questions }) => questions));
  return Object.fromEntries(Object.entries(answers).filter(([question]) => !changed.has(question)));
}

/** The instruments that have changed so much since then that old answers no longer mean the same. */
function changedSince(instruments: readonly Instrument[], contentVersion: string): Instrument[] {
  const then = versionsIn(contentVersion);
  return instruments.filter((instrument) => {
    const version = then.get(instrument.id);
    return version !== undefined && !isComparable(instrument, version);
  });
}
