import type { Logger } from 'pino';
import type { LtiOptions } from '../options.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Reach } from '../reach.ts';
import { managePlatforms, type PlatformManagement } from './manage.ts';
import type { PlatformParts } from './openPlatformParts.ts';

interface Deps extends PlatformParts {
  toolUrl: string;
  log: Logger;
  clock: Clock;
  reach: Reach;
  changed: () => void;
}

export interface Administration {
  platforms: PlatformManagement;
}

/** Everything that the operator's page uses; each change writes one line to the log. */
export function createAdministration({ log, ...parts }: Deps): Administration {
  return {
    platforms: managePlatforms({
      ...parts,
      audit: (code, platform) => log.info({ code, ...(platform !== '' && { platform }) }, 'operator changed platforms'),
    }),
  };
}

/** Records the time of each launch before its welcome. A failure to record it is logged and keeps no one out. */
export function recordLastLaunch({
  lastLaunches,
  log,
  welcome,
}: Pick<PlatformParts, 'lastLaunches'> & Pick<LtiOptions, 'log' | 'welcome'>) {
  return async (...[launch, response]: Parameters<LtiOptions['welcome']>): Promise<void> => {
    await lastLaunches.note(launch.platform).catch((error: unknown) => {
      log.error({ err: error }, 'a launch could not be noted');
    });
    await welcome(launch, response);
  };
}
