import fc from 'fast-check';
import { endOf } from './endings.ts';

/**
 * Values made by chance are the same in every run, so that what passed before a change and fails after it fails by the
 * change. `CHANCE=random npm test` tries others, and CHANCE=<seed> those of a run that failed: CONTRIBUTING.md.
 */
const { CHANCE = '20261128' } = process.env;
if (CHANCE !== 'random') fc.configureGlobal({ seed: Number(CHANCE) });

export const mochaHooks = { afterAll: (): Promise<void> => endOf('file') };

/** Not called in the workers of a parallel run. */
export function mochaGlobalTeardown(): Promise<void> {
  return endOf('run');
}
