import type { ScoreReport } from '../../responses/report.ts';

/** A line item as a platform lists it (AGS 2.0, 3.2). */
export interface LineItem {
  /** Its address. */
  id: string;
  resourceId?: string | null | undefined;
  resourceLinkId?: string | number | null | undefined;
  tag?: string | null | undefined;
}

/**
 * The address of the line item for this activity in this placement. A platform may ignore filters, and the score must
 * not go to the column of another activity or placement. Best is a line item that names both; then the placement's only
 * one that names no activity (made by a teacher); then one that names the activity and no placement.
 */
export function pickLineItem(items: LineItem[], report: ScoreReport): string | undefined {
  const isHere = ({ resourceLinkId }: LineItem): boolean => String(resourceLinkId ?? '') === report.resourceLink;
  const isOurs = ({ resourceId, tag }: LineItem): boolean =>
    resourceId === report.resourceId && (!tag || tag === report.tag);
  const unnamed = items.filter((item) => isHere(item) && !item.resourceId && !item.tag);
  const found =
    items.find((item) => isHere(item) && isOurs(item)) ??
    (unnamed.length === 1 ? unnamed[0] : undefined) ??
    items.find((item) => isOurs(item) && !item.resourceLinkId);
  return found?.id;
}
