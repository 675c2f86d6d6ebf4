import type { Clock } from '../../domain/clock.ts';
import type { Store } from '../../store/port.ts';
import type { SecretBox } from '../secretBox.ts';
import { openLastLaunches } from './lastLaunches.ts';
import { openPlatforms } from './platforms.ts';
import { openSecretTokens } from '../../store/secretTokens.ts';

const INVITATION_LIFETIME = 7 * 24 * 3_600_000;

interface Needs {
  store: Store;
  clock: Clock;
  box: SecretBox;
}

/** What is kept of platforms: for the running tool and for the command line beside it. */
export async function openPlatformParts(needs: Needs) {
  return {
    platforms: await openPlatforms(needs),
    invitations: await openSecretTokens(needs, { kind: 'lti_invitations', lifetime: INVITATION_LIFETIME }),
    lastLaunches: await openLastLaunches(needs),
  };
}

export type PlatformParts = Awaited<ReturnType<typeof openPlatformParts>>;
