import type { Core } from '../core.ts';

/** Removes an activity from the course, with its columns and grades. As in Moodle, the tool is not informed. */
export async function removeActivity({ activities, lineItems, grades }: Core, id: string): Promise<void> {
  for (const item of await lineItems.ofActivity(id)) {
    await lineItems.remove(item.id);
    await grades.removeLineItem(item.id);
  }
  await activities.remove(id);
}
