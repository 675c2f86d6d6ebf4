/** Receives counts and times while the program works. Labels are fixed words and platform ids, nothing about people. */
export interface Measures {
  /** A login, launch or registration was answered. @param outcome a refusal's code, or how it ended */
  step(step: EntryStep, outcome: string, seconds: number): void;
  /** An operation of the store has ended. */
  store(operation: string, seconds: number, failed: boolean): void;
  /** A platform was asked for something. @param platform id of its registration */
  platform(platform: string, service: PlatformService, outcome: string): void;
}

export type EntryStep = 'login' | 'launch' | 'register';
export type PlatformService = 'token' | 'roster' | 'keys' | 'score';

/** For commands and tests, which are not monitored. */
export const noMeasures: Measures = { step: () => undefined, store: () => undefined, platform: () => undefined };
