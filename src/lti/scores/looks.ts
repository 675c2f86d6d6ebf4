import type { Logger } from 'pino';
import type { Clock } from '../../domain/clock.ts';
import type { ClaimedLook, ListedColumn, Look } from '../../rooms/columnLook.ts';
import type { Platforms } from '../platforms/platforms.ts';
import type { Platform } from '../platforms/record.ts';
import type { LineItemService } from './lineItemService.ts';
import { outcomeOfError, pause } from './outcomes.ts';

/** Looks at a room's line item container. Never rejects, and sends no further request after `deadline`. */
export type LookAtContainer = (claimed: ClaimedLook, deadline: number) => Promise<Look>;

interface Deps {
  platforms: Platforms;
  service: LineItemService;
  clock: Clock;
  random: () => number;
  log: Logger;
}

const LIST = /\/scope\/lineitem(\.readonly)?$/;
function mayList({ scopes }: Platform): boolean {
  return scopes.some((scope) => LIST.test(scope));
}

/** Pause after an answer that another look soon after would not change. */
const RARELY = 6 * 3_600_000;

export function createLookAtContainer({ platforms, service, clock, random, log }: Deps): LookAtContainer {
  const failed = ({ failures }: ClaimedLook, cause: string, rarely: boolean): Look => {
    const wait = rarely ? RARELY : pause(failures, random());
    return { kind: 'failed', cause, at: clock() + wait };
  };
  const see = async (claimed: ClaimedLook, deadline: number): Promise<Look> => {
    const platform = await platforms.get(claimed.platform);
    if (!platform) return failed(claimed, 'platform-removed', true);
    if (platform.status !== 'active') return failed(claimed, 'platform-inactive', false);
    if (!mayList(platform)) return failed(claimed, '', true);
    const items = await service.list({ platform, lineItems: claimed.lineItems, deadline });
    return { kind: 'seen', columns: items.map(asColumn) };
  };
  return async (claimed, deadline) => {
    const look = await see(claimed, deadline).catch((error: unknown) => {
      const now = clock();
      const outcome = outcomeOfError(error, { attempts: claimed.failures, since: now, now, random: random() });
      return failed(claimed, outcome.cause ?? '', outcome.kind === 'stopped');
    });
    if (look.kind === 'failed') log.warn({ platform: claimed.platform, cause: look.cause }, 'columns not listed');
    return look;
  };
}

function asColumn({ id, resourceId }: { id: string; resourceId?: string | null | undefined }): ListedColumn {
  return {
    lineItem: id,
    resourceId: resourceId ?? '',
  };
}
