import type { Clock } from '../../domain/clock.ts';
import type { Platforms } from './platforms.ts';

const REMEMBERED = 30_000;

/** The origins of active platforms, remembered for half a minute: every page's headers ask for them. */
export const createOrigins = ({ platforms, clock }: { platforms: Platforms; clock: Clock }) => {
  let known: { origins: Promise<string[]>; until: number } | undefined;
  const forget = (): void => {
    known = undefined;
  };
  const read = (): Promise<string[]> => {
    if (known && known.until > clock()) return known.origins;
    const origins = platforms.origins();
    known = { origins, until: clock() + REMEMBERED };
    origins.catch(forget);
    return origins;
  };
  return { read, forget };
};
