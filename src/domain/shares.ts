/**
 * Parts of the course that a course room may have one link and one grade column for, beside the activities themselves.
 * An id is both the link's custom parameter `activity` and the column's AGS `resourceId`.
 */

/** The whole course; its link opens the room's front page. */
export const WHOLE_COURSE = 'min-uge';

/** AGS `tag` of such a column. */
export const shareTags = { course: 'course', week: 'week' } as const;

/** The id of a week of the course, 1 and up. */
export function weekId(week: number): string {
  return `uge-${week}`;
}

/** The week that an id means, 1 and up; undefined for every other id. */
export function weekOfId(id: string): number | undefined {
  const [, digits] = /^uge-([1-9]\d?)$/.exec(id) ?? [];
  return digits === undefined ? undefined : Number(digits);
}
