/**
 * Parts of the course that a course room may have a link and a grade column for, besides the activities themselves. An
 * id is both the link's custom parameter `activity` and the column's AGS `resourceId`.
 */

/** The whole course; its link opens the room's front page. */
export const WHOLE_COURSE = 'min-uge';

/** AGS `tag` of such a column. */
export const coursePartTags = { course: 'course', week: 'week' } as const;

/** The id of a week of the course, from 1. */
export function weekId(week: number): string {
  return `uge-${week}`;
}

/** The week that an id means, from 1; undefined for any other id. */
export function weekOfId(id: string): number | undefined {
  const [, digits] = /^uge-([1-9]\d?)$/.exec(id) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** Whether a link opens a week or the front page, which each stand for several activities. */
export function isPartOfCourse(id: string): boolean {
  return id === '' || id === WHOLE_COURSE || weekOfId(id) !== undefined;
}
