import { createHash } from 'node:crypto';
import type { Clock } from '../../domain/clock.ts';
import type { ScoreReport } from '../../responses/report.ts';
import type { Platform } from '../platforms/record.ts';
import type { Columns } from './columns.ts';
import { columnScopes } from './columnScopes.ts';
import { LineItemRefused, type LineItemService, type Wanted } from './lineItemService.ts';

/** Another worker is making the column; it will exist in a moment. */
export class LineItemInTheMaking extends Error {
  override name = 'LineItemInTheMaking';
}

export interface LineItems {
  /**
   * Returns the address of this placement's column: the launch's own, else one found or made. Undefined if there can be
   * none. Rejects with `LineItemInTheMaking`, or as the service does.
   */
  find(wanted: Wanted): Promise<string | undefined>;
  /** Forgets a column that no longer exists. */
  forget(report: ScoreReport): Promise<void>;
}

function keyOf({ platform, lineItems, resourceLink, resourceId }: ScoreReport): string {
  return createHash('sha256')
    .update(JSON.stringify([platform, lineItems, resourceLink, resourceId]))
    .digest('base64url');
}

interface Deps {
  service: LineItemService;
  columns: Columns;
  clock: Clock;
  allowedBy: (platform: Platform) => readonly string[];
}

/** A whole class waits for the same column, which is not searched for again for each of them. */
const MISSING = 10 * 60_000;

/**
 * Line items (AGS 2.0, 3.2) for launches that name none: searched for by activity and placement, or made, and then
 * stored.
 */
export function createLineItems({ service, columns, clock, allowedBy }: Deps): LineItems {
  const missing = new Map<string, number>();
  const underWay = new Map<string, Promise<string | undefined>>();

  const makeOnce = async (wanted: Wanted, key: string): Promise<string> => {
    if (!(await columns.reserve(key))) {
      const made = await columns.get(key);
      if (made === undefined) throw new LineItemInTheMaking();
      return made;
    }
    return service.make(wanted).catch(async (error: unknown) => {
      // A refusal means it was not made. After a time-out it may exist: we keep the right to make it, and the next try
      // searches first.
      if (error instanceof LineItemRefused) await columns.forget(key);
      throw error;
    });
  };

  const findOrMake = async (wanted: Wanted, key: string): Promise<string | undefined> => {
    const known = await columns.get(key);
    if (known !== undefined) return known;
    const { scopes } = wanted.platform;
    if (!scopes.includes(columnScopes.write) && !scopes.includes(columnScopes.read)) return undefined;
    const mayMake = () => allowedBy(wanted.platform).includes(columnScopes.write);
    if (!mayMake() && (missing.get(key) ?? 0) > clock()) return undefined;
    // The search is the first to be given a token, or fewer rights than we registered with.
    const found = await service.search(wanted);
    const column = found ?? (mayMake() ? await makeOnce(wanted, key) : undefined);
    if (column !== undefined) await columns.keep(key, column);
    else missing.set(key, clock() + MISSING);
    return column;
  };

  return {
    find: (wanted) => {
      const { lineItem: own, lineItems } = wanted.report;
      if (own !== '') return Promise.resolve(own);
      if (lineItems === '') return Promise.resolve(undefined);
      const key = keyOf(wanted.report);
      const running = underWay.get(key) ?? findOrMake(wanted, key).finally(() => underWay.delete(key));
      underWay.set(key, running);
      return running;
    },
    forget: (report) => columns.forget(keyOf(report)),
  };
}
