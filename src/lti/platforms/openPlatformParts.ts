import type { Clock } from '../../domain/clock.ts';
import type { Store } from '../../store/port.ts';
import type { SecretBox } from '../secretBox.ts';
import { openLastLaunches } from './lastLaunches.ts';
import { OPERATOR_LINK_LIFETIME, OPERATOR_SESSION_LIFETIME } from './operators.ts';
import { openPlatforms } from './platforms.ts';
import { openSecretTokens } from './secretTokens.ts';

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
    ...(await openLinkTokens(needs)),
    lastLaunches: await openLastLaunches(needs),
  };
}

/** The ways in by a link from the command line, and the sessions that those have opened. */
async function openLinkTokens(needs: Omit<Needs, 'box'>) {
  return {
    operatorLinks: await openSecretTokens(needs, { kind: 'operator_links', lifetime: OPERATOR_LINK_LIFETIME }),
    operatorSessions: await openSecretTokens(needs, { kind: 'operator_sessions', lifetime: OPERATOR_SESSION_LIFETIME }),
    evaluatorLinks: await openSecretTokens(needs, { kind: 'evaluator_links', lifetime: OPERATOR_LINK_LIFETIME }),
    evaluatorSessions: await openSecretTokens(needs, {
      kind: 'evaluator_sessions',
      lifetime: OPERATOR_SESSION_LIFETIME,
    }),
  };
}

export type PlatformParts = Awaited<ReturnType<typeof openPlatformParts>>;
