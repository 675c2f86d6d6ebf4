import type { Store } from '../../store/port.ts';
import type { KeyMaking } from './keyPair.ts';
import { openLastLaunches } from './lastLaunches.ts';
import { openPlatforms } from './platforms.ts';
import { openSecretTokens } from '../../store/secretTokens.ts';

const INVITATION_LIFETIME = 7 * 24 * 3_600_000;

interface Deps extends KeyMaking {
  store: Store;
}

/** Everything stored about platforms, for the running tool and for the command line. */
export async function openPlatformParts(deps: Deps) {
  return {
    platforms: await openPlatforms(deps),
    invitations: await openSecretTokens(deps, { kind: 'lti_invitations', lifetime: INVITATION_LIFETIME }),
    lastLaunches: await openLastLaunches(deps),
  };
}

export type PlatformParts = Awaited<ReturnType<typeof openPlatformParts>>;
