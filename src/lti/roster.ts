import type { Logger } from 'pino';
import type { Clock } from '../domain/clock.ts';
import { withTimeout } from '../util/withTimeout.ts';
import type { Roster, RosterAnswer, RosterRequest } from '../rooms/roster.ts';
import { counted } from './counted.ts';
import type { Measures } from '../domain/measures.ts';
import { createReadList, WHOLE_LIST } from './memberList.ts';
import type { Platforms } from './platforms/platforms.ts';
import { doubtOf, isOlderThanMissing, type ReadAt } from './rosterDoubt.ts';
import type { CallService } from './scores/service.ts';

/**
 * How long a page waits for the list before it is shown without it; a list that comes later is used by the next page.
 */
const PATIENCE = 4_000;
/** A list is cached, in memory only, while someone moves between the pages. */
const FRESH = 60_000;

interface Deps {
  platforms: Pick<Platforms, 'get'>;
  call: CallService;
  clock: Clock;
  log: Logger;
  measures: Measures;
  /** Milliseconds; default 4 seconds. */
  patience?: number;
}

export function createRoster({ patience = PATIENCE, ...deps }: Deps): Roster {
  const { clock, log, measures } = deps;
  const list = keptLists({ ask: asking(deps), clock });

  const believed = async (request: RosterRequest): Promise<RosterAnswer> => {
    const kept = await list(request);
    // Someone who launched after the list was fetched may be new on the course.
    const found = kept && isOlderThanMissing(kept, request) ? await list(request, kept) : kept;
    if (!found) return { kind: 'silent' };
    const doubt = doubtOf(found, { ...request, now: clock() });
    if (doubt === undefined) return { kind: 'members', members: found.members };
    log.warn({ platform: request.platform, cause: doubt }, 'roster not believed');
    measures.platform(request.platform, 'roster', 'not-believed');
    return { kind: 'silent' };
  };

  return async (request) => {
    if (request.memberships === '') return { kind: 'not-offered' };
    return withTimeout(believed(request), patience, { kind: 'silent' } as const);
  };
}

type Ask = (request: RosterRequest) => Promise<ReadAt | undefined>;

/** Resolves to undefined if no list can be had. */
function asking({ platforms, call, clock, log, measures }: Omit<Deps, 'patience'>): Ask {
  const readList = createReadList({ call, clock });
  return async (request) => {
    const askedAt = clock();
    try {
      const platform = await platforms.get(request.platform);
      if (platform?.status !== 'active') return undefined;
      const about = { measures, platform: platform.id, service: 'roster' } as const;
      return { askedAt, members: await counted(readList(platform, request), about) };
    } catch (error) {
      const cause = error instanceof Error ? error.message : 'unknown';
      log.warn({ platform: request.platform, cause }, 'roster not available');
      return undefined;
    }
  };
}

/** At most one request at a time for each list. A list is cached for a while; a failure is not. */
function keptLists({ ask, clock }: { ask: Ask; clock: Clock }) {
  const lists = new Map<string, { answer: Promise<ReadAt | undefined>; until: number }>();
  const current = (key: string, answer: Promise<ReadAt | undefined>): boolean => lists.get(key)?.answer === answer;

  const start = (key: string, request: RosterRequest): Promise<ReadAt | undefined> => {
    const answer: Promise<ReadAt | undefined> = ask(request).then((given) => {
      if (given && current(key, answer)) lists.set(key, { answer, until: clock() + FRESH });
      else if (current(key, answer)) lists.delete(key);
      // Removes names from memory even if no one asks for the list again.
      setTimeout(() => current(key, answer) && lists.delete(key), FRESH).unref();
      return given;
    });
    lists.set(key, { answer, until: clock() + 2 * WHOLE_LIST });
    return answer;
  };

  /** @param stale a list that is too old: the next one is fetched, once for all callers */
  return async (request: RosterRequest, stale?: ReadAt): Promise<ReadAt | undefined> => {
    for (const [key, { until }] of lists) if (until <= clock()) lists.delete(key);
    const key = JSON.stringify([request.platform, request.memberships, request.resourceLink]);
    const kept = lists.get(key);
    if (!kept) return start(key, request);
    if (!stale || (await kept.answer) !== stale) return kept.answer;
    const other = lists.get(key);
    return other && other.answer !== kept.answer ? other.answer : start(key, request);
  };
}
