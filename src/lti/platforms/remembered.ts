import type { Clock } from '../../domain/clock.ts';
import { cached } from '../../util/cached.ts';
import { framesOf } from './frames.ts';
import type { Platforms } from './platforms.ts';

const REMEMBERED = 30_000;

/**
 * A cache of what every page asks about platforms. Changes by another process count within half a minute; after
 * `changed`, at once.
 */
export function rememberPlatforms({ platforms, clock }: { platforms: Platforms; clock: Clock }) {
  const isActive = async (id: string) => (await platforms.get(id))?.status === 'active';
  const activeFramesOf = async (id: string) => {
    const found = await platforms.get(id);
    return found?.status === 'active' ? framesOf(found) : [];
  };
  const originsOf = cached(activeFramesOf, { clock, ms: REMEMBERED });
  const active = cached(isActive, { clock, ms: REMEMBERED });
  return {
    originsOf,
    active,
    changed: (): void => {
      originsOf.forget();
      active.forget();
    },
  };
}
