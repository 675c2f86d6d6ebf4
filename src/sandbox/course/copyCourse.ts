import type { Core } from '../core.ts';
import type { Course } from './courses.ts';

/**
 * Copies a course as Moodle's backup and restore does: a new context, new resource links and new columns, with the old
 * custom parameters, `resourceId` and `tag`. No grades are copied, and the tool is not informed.
 */
export async function copyCourse({ courses, activities, lineItems }: Core, from: Course): Promise<Course> {
  const copy = await courses.addCopy(from);
  for (const { id, ...activity } of await activities.of(from.id)) {
    const copied = await activities.add({ ...activity, course: copy.id });
    for (const { id: _old, ...item } of await lineItems.ofActivity(id)) {
      await lineItems.add({ ...item, course: copy.id, activity: copied.id });
    }
  }
  return copy;
}
