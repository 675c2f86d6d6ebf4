import type { Logger } from 'pino';
import type { Clock } from '../../domain/clock.ts';
import { claim } from '../launch/claimNames.ts';
import type { Claims } from '../launch/claims.ts';
import type { Reach } from '../reach.ts';
import { learningOf, originOf, withLearned } from './frames.ts';
import type { Platforms } from './platforms.ts';
import type { Platform } from './record.ts';

/** Learns from a verified launch which of its platform's pages frame ours. Never rejects. */
export type LearnFrames = (platform: Platform, claims: Claims) => Promise<void>;

interface Deps {
  platforms: Platforms;
  clock: Clock;
  reach: Reach;
  log: Logger;
  /** Call this when the origins that may frame us have changed. */
  changed: () => void;
}

/**
 * Canvas, Schoology and Brightspace serve schools at domains of their own under one issuer, and no registration names
 * these. The signed launch does, in the address to which the browser is to return. What one platform says counts for
 * its own rooms only.
 */
export function createLearnFrames(deps: Deps): LearnFrames {
  return async (platform, claims) => {
    for (const origin of originsIn(claims, deps.reach)) {
      const learning = learningOf(platform, origin);
      if (learning === 'known') continue;
      if (learning === 'full') {
        deps.log.warn({ code: 'platform-frames-full', platform: platform.id, origin }, 'a frame is not let in');
        continue;
      }
      await learn(deps, platform.id, origin).catch((error: unknown) => {
        deps.log.error({ err: error }, 'the origin of a frame could not be noted');
      });
    }
  };
}

function originsIn(claims: Claims, reach: Reach): string[] {
  const presentation = claims[claim.presentation];
  // A separate window is not a frame.
  if (presentation?.document_target === 'window') return [];
  const named = [presentation?.return_url, claims[claim.settings]?.deep_link_return_url];
  const origins = named.flatMap((address) => (address ? (originOf(address, reach) ?? []) : []));
  return [...new Set(origins)];
}

async function learn({ platforms, clock, log, changed }: Deps, platform: string, origin: string): Promise<void> {
  const at = clock();
  await platforms.changeFrames(platform, (now) => withLearned(now, { origin, at }));
  changed();
  log.info({ code: 'platform-frame-learned', platform, origin }, 'a platform has named where its frames are');
}
