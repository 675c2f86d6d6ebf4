/** What the program counts and times while it works. Labels are words of ours and ids of platforms: nothing of people. */
export interface Measures {
  /** A step on the way in has been answered. @param outcome a refusal's code, or what became of it */
  step(step: EntryStep, outcome: string, seconds: number): void;
  /** An operation of the store has ended. */
  store(operation: string, seconds: number, failed: boolean): void;
  /** A platform was asked for something. @param platform id of its registration */
  platform(platform: string, service: PlatformService, outcome: string): void;
}

export type EntryStep = 'login' | 'launch' | 'register';
export type PlatformService = 'token' | 'roster' | 'keys' | 'score';

/** For commands and tests that nobody watches. */
export const noMeasures: Measures = { step: () => undefined, store: () => undefined, platform: () => undefined };
