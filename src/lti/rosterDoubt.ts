import type { Member, RosterRequest } from '../rooms/roster.ts';

/** A list, with the time of its request in milliseconds since 1970. */
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

/** Whether someone missing from the list has launched since it was requested. */
export function isOlderThanMissing(list: ReadAt, request: RosterRequest): boolean {
  return request.resourceLink === '' && missing(list, request).some(({ lastSeen }) => lastSeen >= list.askedAt);
}

/**
 * Why a list cannot be right; undefined if it may be. Platforms give empty lists, or lists of teachers only, while a
 * course is hidden or being set up; trusting these would mark every participant as having left. A link's own list may
 * well lack someone who came by another link.
 */
export function doubtOf(list: ReadAt, { seen, resourceLink, now }: RosterRequest & { now: number }) {
  if (seen.length > 0 && !list.members.some(({ role }) => role === 'participant')) return 'no participant is listed';
  const isMissing = missing(list, { seen }).some(({ lastSeen }) => now - lastSeen < RECENT);
  return resourceLink === '' && isMissing ? 'someone who has just come is not listed' : undefined;
}
