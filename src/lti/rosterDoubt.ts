import type { Member, RosterRequest } from '../rooms/roster.ts';

/** A list, and when it was asked for, in milliseconds since 1970. */
export interface ReadAt {
  members: Member[];
  askedAt: number;
}

/** A person who launched this recently is still on the course. */
const RECENT = 10 * 60_000;

function missing({ members }: ReadAt, { seen }: Pick<RosterRequest, 'seen'>) {
  const listed = new Set(members.map(({ subject }) => subject));
  return seen.filter(({ subject }) => !listed.has(subject));
}

/** Whether someone who is not on the list came from the course only after it was asked for. */
export function isOlderThanMissing(list: ReadAt, request: RosterRequest): boolean {
  return request.resourceLink === '' && missing(list, request).some(({ lastSeen }) => lastSeen >= list.askedAt);
}

/**
 * Why a list cannot be right; undefined where it may be. Platforms give lists without anyone, or with teachers alone, while
 * a course is hidden or being set up: believed, each participant would have left. A link's own list may well lack someone
 * who came by another link.
 */
export function doubtOf(list: ReadAt, { seen, resourceLink, now }: RosterRequest & { now: number }) {
  if (seen.length > 0 && !list.members.some(({ role }) => role === 'participant')) return 'no participant is listed';
  const isMissing = missing(list, { seen }).some(({ lastSeen }) => now - lastSeen < RECENT);
  return resourceLink === '' && isMissing ? 'someone who has just come is not listed' : undefined;
}
