import type { Logger } from 'pino';
import { z } from 'zod';
import type { Clock } from '../domain/clock.ts';
import type { Member, Roster, RosterAnswer, RosterRequest } from '../domain/roster.ts';
import type { Role } from '../domain/viewer.ts';
import { idOf } from './launch/lenient.ts';
import { roleOf } from './launch/roles.ts';
import { oneLine } from './launch/words.ts';
import type { Platforms } from './platforms/platforms.ts';
import type { Platform } from './platforms/record.ts';
import { nextPage, readPages, serviceUrl } from './scores/paging.ts';
import type { CallService } from './scores/service.ts';

const member = z.object({
  user_id: idOf(255),
  status: z.string().nullish(),
  name: z.string().nullish(),
  given_name: z.string().nullish(),
  family_name: z.string().nullish(),
  roles: z.array(z.string()).catch([]),
});
const container = z.object({ members: z.array(z.unknown()) });

const ACCEPT = 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json';
/** How long someone waits for the list before the page shows what is known without it. */
const PATIENCE = 4_000;
/** How long the list may take in all; what comes after `PATIENCE` is there for the next look. */
const WHOLE_LIST = 60_000;
/** A list is kept in memory, and nowhere else, while someone goes to and fro between the pages. */
const FRESH = 60_000;

class RosterRefused extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`status ${status}`);
    this.name = 'RosterRefused';
    this.status = status;
  }
}

const toMember = (one: z.infer<typeof member>, role: Role): Member => ({
  subject: one.user_id,
  name: oneLine(one.name, 120) || oneLine(`${one.given_name ?? ''} ${one.family_name ?? ''}`, 120),
  role,
});

const membersOf = (text: string): Member[] =>
  container
    .parse(JSON.parse(text))
    .members.map((one) => member.safeParse(one))
    .flatMap(({ success, data }) => {
      const role = success ? roleOf(data.roles) : 'observer';
      if (!success || role === 'observer' || data.status === 'Inactive' || data.status === 'Deleted') return [];
      return [toMember(data, role)];
    });

interface Needs {
  platforms: Pick<Platforms, 'get'>;
  call: CallService;
  clock: Clock;
  log: Logger;
  /** Milliseconds; default 4 seconds. */
  patience?: number;
}

type ReadList = (platform: Platform, request: RosterRequest) => Promise<Member[]>;

/** Reads the list of the resource link (NRPS 2.0, 3), or the whole course's where the platform knows no such list. */
const createReadList = ({ call, clock }: Pick<Needs, 'call' | 'clock'>): ReadList => {
  const readAll = async (platform: Platform, first: string): Promise<Member[]> => {
    const deadline = clock() + WHOLE_LIST;
    const members = await readPages(first, async (url) => {
      const response = await call(platform, url, { headers: { accept: ACCEPT }, maxBytes: 8_388_608, deadline });
      if (response.status !== 200) throw new RosterRefused(response.status);
      return { items: membersOf(response.text), next: nextPage(response.headers['link'], url) };
    });
    // By subject, as pages may overlap when someone is enrolled meanwhile.
    return [...new Map(members.map((one) => [one.subject, one])).values()];
  };

  return async (platform, { memberships, resourceLink }) => {
    if (resourceLink === '') return readAll(platform, memberships);
    const own = serviceUrl(memberships, { query: { rlid: resourceLink } });
    return readAll(platform, own).catch((error: unknown) => {
      if (error instanceof RosterRefused && [400, 404, 422, 501].includes(error.status)) {
        return readAll(platform, memberships);
      }
      throw error;
    });
  };
};

const within = async <Result>(patience: number, work: Promise<Result>): Promise<Result | undefined> => {
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), patience);
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

export const createRoster = ({ platforms, call, clock, log, patience = PATIENCE }: Needs): Roster => {
  const readList = createReadList({ call, clock });
  const lists = new Map<string, { answer: Promise<RosterAnswer>; until: number }>();

  const ask = async (request: RosterRequest): Promise<RosterAnswer> => {
    try {
      const platform = await platforms.get(request.platform);
      if (platform?.status !== 'active') return { kind: 'silent' };
      return { kind: 'members', members: await readList(platform, request) };
    } catch (error) {
      const cause = error instanceof Error ? error.message : 'unknown';
      log.warn({ platform: request.platform, cause }, 'roster not available');
      return { kind: 'silent' };
    }
  };

  /** One request at a time for one list; a list that was had stays for a while, a silence does not. */
  const fresh = (request: RosterRequest): Promise<RosterAnswer> => {
    const now = clock();
    for (const [key, { until }] of lists) if (until <= now) lists.delete(key);
    const key = JSON.stringify([request.platform, request.memberships, request.resourceLink]);
    const kept = lists.get(key);
    if (kept) return kept.answer;
    const answer = ask(request).then((given) => {
      if (given.kind === 'members') lists.set(key, { answer, until: clock() + FRESH });
      else lists.delete(key);
      // Names do not stay in memory because no one looks any more.
      setTimeout(() => lists.delete(key), FRESH).unref();
      return given;
    });
    lists.set(key, { answer, until: now + 2 * WHOLE_LIST });
    return answer;
  };

  return async (request) => {
    if (request.memberships === '') return { kind: 'not-offered' };
    return (await within(patience, fresh(request))) ?? { kind: 'silent' };
  };
};
