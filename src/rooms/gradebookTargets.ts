import { takesScores, type Gradebook, type GradebookDeps, type GradebookRows } from './gradebookRecord.ts';
import type { Placement } from './records.ts';

/** Where scores for one resource id can go in a room. */
export interface Targets {
  /** Addresses of line items. */
  columns: string[];
  lineItems: string;
  /** A launched placement without a column, for which one may be made. Empty if there is none. */
  makeFor: string;
  /** Why there is no column, as a code; empty if there is one or one may be made. */
  cause: string;
  /** Whether a score can be promised: the platform accepts scores, according to the latest launch. */
  promised: boolean;
}

const NO_GRADES: Targets = { columns: [], lineItems: '', makeFor: '', cause: 'no-grades', promised: false };

export async function targetsIn(
  rows: GradebookRows,
  deps: GradebookDeps,
  { room: id, resourceId }: { room: string; resourceId: string },
): Promise<Targets> {
  const [room, found] = await Promise.all([deps.room(id), rows.get(id)]);
  if (!room || !takesScores(room.gradeScopes)) return NO_GRADES;
  const columns = found ? columnsFor(found.doc, resourceId) : [];
  const lineItems = room.lineItems || (found ? found.doc.lineItems : '');
  if (columns.length > 0) return { columns, lineItems, makeFor: '', cause: '', promised: room.gradesWithheld !== true };
  if (lineItems === '') return NO_GRADES;
  const makeFor = await placementWithout(found?.doc, deps, resourceId);
  return { columns, lineItems, makeFor, cause: makeFor === '' ? causeOf(found?.doc) : '', promised: false };
}

/** If the list could not be read, the reason for that. */
function causeOf(gradebook: Gradebook | undefined): string {
  return gradebook?.cause || 'no-column';
}

function columnsFor({ columns }: Gradebook, resourceId: string): string[] {
  return [...new Set(columns.filter((column) => column.resourceId === resourceId).map(({ lineItem }) => lineItem))];
}

/** A column is made only if it is known that there is none. */
async function placementWithout(
  gradebook: Gradebook | undefined,
  { placementsIn }: GradebookDeps,
  resourceId: string,
): Promise<string> {
  if (!gradebook || gradebook.lookedAt === 0) return '';
  const isWithout = ({ activity, lineItem, lineItems, scopes }: Placement): boolean =>
    activity === resourceId && lineItem === '' && lineItems !== '' && takesScores(scopes);
  return (await placementsIn(gradebook.room)).find(isWithout)?.resourceLink ?? '';
}
