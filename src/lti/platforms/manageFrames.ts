import type { Clock } from '../../domain/clock.ts';
import type { Reach } from '../reach.ts';
import { readOrigin, withGiven, withoutFrame } from './frames.ts';
import type { Platforms } from './platforms.ts';
import type { Noting } from './events.ts';

/** Changes by hand which pages may frame a platform's rooms. */
export interface FrameManagement {
  /** Returns `no-origin` if the text is not an address. @param written the text that was typed */
  allowFrame(id: string, written: string): Promise<'allowed' | 'no-origin' | 'no-platform'>;
  /** The origins that the platform itself needs always stay. */
  forbidFrame(id: string, origin: string): Promise<boolean>;
}

interface Deps {
  platforms: Pick<Platforms, 'changeFrames'>;
  clock: Clock;
  reach: Reach;
  noting: Noting;
}

export function manageFrames({ platforms, clock, reach, noting }: Deps): FrameManagement {
  return {
    allowFrame: async (id, written) => {
      const origin = readOrigin(written, reach);
      if (origin === undefined) return 'no-origin';
      const changed = platforms.changeFrames(id, (now) => withGiven(now, origin));
      return (await noting('platform-frame-allowed', id, changed)) ? 'allowed' : 'no-platform';
    },
    forbidFrame: (id, origin) => {
      const changed = platforms.changeFrames(id, (now) => withoutFrame(now, { origin, at: clock() }));
      return noting('platform-frame-forbidden', id, changed);
    },
  };
}
