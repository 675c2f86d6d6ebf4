import { endOf } from './endings.ts';

export const mochaHooks = { afterAll: (): Promise<void> => endOf('file') };

/** Not called in the workers of a parallel run. */
export const mochaGlobalTeardown = (): Promise<void> => endOf('run');
