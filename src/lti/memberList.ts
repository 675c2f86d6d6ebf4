import { z } from 'zod';
import type { Clock } from '../domain/clock.ts';
import type { Member, RosterRequest } from '../rooms/roster.ts';
import type { Role } from '../domain/viewer.ts';
import { idOf } from './launch/lenient.ts';
import { roleOf } from './launch/roles.ts';
import { oneLine } from './launch/words.ts';
import type { Platform } from './platforms/record.ts';
import { nextPage, readPages, serviceUrl } from './scores/paging.ts';
import type { CallService } from './scores/service.ts';

const member = z.object({
  user_id: idOf(255),
  status: z.unknown().optional(),
  name: z.string().nullish().catch(undefined),
  given_name: z.string().nullish().catch(undefined),
  family_name: z.string().nullish().catch(undefined),
  // A single role may come as text.
  roles: z.union([z.array(z.string()), z.string().transform((role) => [role])]).catch([]),
});
const container = z.object({ members: z.array(z.unknown()) });

const ACCEPT = 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json';
/** Time limit for reading the whole list. */
export const WHOLE_LIST = 60_000;

/** The list cannot be right: people missing from it may well still be on the course. */
class NotBelieved extends Error {
  override readonly name = 'NotBelieved';
}

class RosterRefused extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`status ${status}`);
    this.name = 'RosterRefused';
    this.status = status;
  }
}

function toMember(one: z.infer<typeof member>, role: Role): Member {
  return {
    subject: one.user_id,
    name: nameIn(one.name) || nameIn(`${one.given_name ?? ''} ${one.family_name ?? ''}`),
    role,
  };
}

/** Moodle escapes names in its list (`Holm &amp; Lund`), though not in its launches. */
function nameIn(text: string | null | undefined): string {
  return oneLine(text?.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'), 120);
}

/** Members of one page; undefined for people who are listed but do not take part. */
function membersOf(text: string): (Member | undefined)[] {
  return container.parse(JSON.parse(text)).members.map((one) => {
    const { success, data } = member.safeParse(one);
    if (!success) throw new NotBelieved('a member cannot be read');
    const role = roleOf(data.roles);
    const isGone = data.status === 'Inactive' || data.status === 'Deleted';
    return role === 'observer' || isGone ? undefined : toMember(data, role);
  });
}

interface Deps {
  call: CallService;
  clock: Clock;
}

/** Rejects with `NotBelieved`, or as `CallService` does. */
type ReadList = (platform: Platform, request: RosterRequest) => Promise<Member[]>;

/**
 * Reads the list of the resource link (NRPS 2.0, 3), or the whole course's if the platform has no list for the link.
 */
export function createReadList({ call, clock }: Deps): ReadList {
  const readAll = async (platform: Platform, first: string): Promise<Member[]> => {
    const deadline = clock() + WHOLE_LIST;
    const { items, isWhole } = await readPages(first, async (url) => {
      const response = await call(platform, url, { headers: { accept: ACCEPT }, maxBytes: 8_388_608, deadline });
      if (response.status !== 200) throw new RosterRefused(response.status);
      return { items: membersOf(response.text), next: nextPage(response.headers['link'], url) };
    });
    if (!isWhole) throw new NotBelieved('a page is named that cannot be read');
    if (items.length === 0) throw new NotBelieved('nobody is listed');
    // Keyed by subject, as pages may overlap when someone is enrolled while we read.
    return [...new Map(items.filter((one) => one !== undefined).map((one) => [one.subject, one])).values()];
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
}
