import type { Logger } from 'pino';
import { z } from 'zod';
import type { Role } from '../domain/viewer.ts';
import { roleOf } from './launch/roles.ts';
import { oneLine } from './launch/words.ts';
import type { Platforms } from './platforms/platforms.ts';
import type { Platform } from './platforms/record.ts';
import type { CallService } from './scores/service.ts';

/** Someone who belongs to the course (NRPS 2.0). `name` is empty where the platform withholds it. */
export interface Member {
  /** The platform's user id, the same as a launch's `subject`. */
  subject: string;
  name: string;
  /** By the roster alone; where the person has launched, what the launch said counts (Moodle's two differ). */
  role: Role;
}

export interface RosterRequest {
  platform: string;
  /** The launch's `services.memberships`. */
  memberships: string;
}

/** The members; undefined where the platform offers no roster, or did not give it now. */
export type Roster = (request: RosterRequest) => Promise<Member[] | undefined>;

const member = z.object({
  user_id: z.string().min(1).max(255),
  status: z.string().nullish(),
  name: z.string().nullish(),
  given_name: z.string().nullish(),
  family_name: z.string().nullish(),
  roles: z.array(z.string()).catch([]),
});
const container = z.object({ members: z.array(z.unknown()) });

const MOST_PAGES = 50;
const ACCEPT = 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json';

const toMember = (one: z.infer<typeof member>): Member => ({
  subject: one.user_id,
  name: oneLine(one.name, 120) || oneLine(`${one.given_name ?? ''} ${one.family_name ?? ''}`, 120),
  role: roleOf(one.roles),
});

/** The next page (RFC 8288), if it is at the same place: our token goes nowhere else. Moodle writes `&` as HTML. */
export const nextPage = (link: string | string[] | undefined, url: string): string | undefined => {
  const text = Array.isArray(link) ? link.join(',') : (link ?? '');
  const next = [...text.matchAll(/<([^>]*)>([^<]*)/g)].find(([, , parameters]) =>
    /\brel\s*=\s*["“”]?next\b/i.test(parameters ?? ''),
  );
  const address = next?.[1]?.replaceAll('&amp;', '&');
  if (address === undefined || !URL.canParse(address, url)) return undefined;
  const found = new URL(address, url);
  return found.origin === new URL(url).origin ? found.toString() : undefined;
};

interface Needs {
  platforms: Platforms;
  call: CallService;
  log: Logger;
}

export const createRoster = ({ platforms, call, log }: Needs): Roster => {
  const readPage = async (
    platform: Platform,
    url: string,
  ): Promise<{ members: Member[]; next: string | undefined }> => {
    const response = await call(platform, url, { headers: { accept: ACCEPT }, maxBytes: 8_388_608 });
    if (response.status !== 200) throw new Error(`status ${response.status}`);
    const read = container.parse(JSON.parse(response.text)).members.map((one) => member.safeParse(one));
    const members = read.flatMap(({ success, data }) =>
      success && data.status !== 'Inactive' && data.status !== 'Deleted' ? [toMember(data)] : [],
    );
    return { members, next: nextPage(response.headers['link'], url) };
  };

  return async ({ platform: id, memberships }) => {
    const platform = memberships === '' ? undefined : await platforms.get(id);
    if (platform?.status !== 'active') return undefined;
    // By subject, as pages may overlap when someone is enrolled meanwhile.
    const members = new Map<string, Member>();
    const seen = new Set<string>();
    try {
      for (let url: string | undefined = memberships; url !== undefined && !seen.has(url) && seen.size < MOST_PAGES;) {
        seen.add(url);
        const page = await readPage(platform, url);
        for (const one of page.members) members.set(one.subject, one);
        url = page.next;
      }
    } catch (error) {
      log.warn({ platform: id, err: error instanceof Error ? error.message : 'unknown' }, 'roster not available');
      return undefined;
    }
    return [...members.values()];
  };
};
