import fc from 'fast-check';
import { endOf } from './endings.ts';

/**
 * Random values are the same in every run, so that a test that passed before a change and fails after it fails because
 * of the change. `CHANCE=random npm test` tries other values, and CHANCE=<seed> those of a failed run: CONTRIBUTING.md.
 */
const { CHANCE = '20261128' } = process.env;
if (CHANCE !== 'random') fc.configureGlobal({ seed: Number(CHANCE) });

export const mochaHooks = { afterAll: (): Promise<void> => endOf('file') };

/** Not called in the workers of a parallel run. */
export function mochaGlobalTeardown(): Promise<void> {
  return endOf('run');
}
