import type { Core } from '../core.ts';

/** Takes an activity out of the course with its columns and grades. The tool is never told, as in Moodle. */
export async function removeActivity({ activities, lineItems, grades }: Core, id: string): Promise<void> {
  for (const item of await lineItems.ofActivity(id)) {
    await lineItems.remove(item.id);
    await grades.removeLineItem(item.id);
  }
  await activities.remove(id);
}
