import type { Clock } from '../../domain/clock.ts';
import type { LinkAccess } from '../../http/linkSession.ts';
import type { Store } from '../../store/port.ts';
import { openSecretTokens, type SecretTokens } from '../../store/secretTokens.ts';
import { openPasskeys, type Passkeys } from './passkeys/passkeys.ts';

/**
 * Sign-in for people who are not in any room, by a one-time link from the server's command line. Only operators decide
 * which platforms may launch, and an administrator of an LMS is not an operator.
 */
interface SignIn extends LinkAccess {
  /** Returns a link to the page that works once, within fifteen minutes. */
  link(): Promise<string>;
  /**
   * Begins a session without a link, for a visitor with a passkey; it ends when the passkey is removed. Returns its
   * secret.
   */
  enter(key: string): Promise<string>;
  /** Ends all sessions, and revokes all unused links. */
  endAll(): Promise<void>;
}

export interface SignIns {
  /** Opens the operator's page. */
  operators: SignIn;
  /** Opens the evaluation of all rooms: sums only, and none of the operator's pages. */
  evaluators: SignIn;
  /** Opens the course's own pages: no platform, no person, no answer. */
  editors: SignIn & { passkeys: Passkeys };
}

interface SignInDeps {
  store: Store;
  clock: Clock;
  toolUrl: string;
}

const LINK_LIFETIME = 15 * 60_000;
const SESSION_LIFETIME = 60 * 60_000;
/** A working day, since editors write for longer than an hour. */
export const EDITORS_LIFETIME = 8 * 60 * 60_000;

export async function openSignIns({ store, clock, toolUrl }: SignInDeps): Promise<SignIns> {
  const open = async (
    role: 'operator' | 'evaluator' | 'editor',
    path: `/${string}`,
    works?: KeyWorks,
  ): Promise<SignIn> =>
    signIn(`${toolUrl}${path}`, {
      works,
      links: await openSecretTokens({ store, clock }, { kind: `${role}_links`, lifetime: LINK_LIFETIME }),
      sessions: await openSecretTokens(
        { store, clock },
        { kind: `${role}_sessions`, lifetime: role === 'editor' ? EDITORS_LIFETIME : SESSION_LIFETIME },
      ),
    });
  const passkeys = await openPasskeys({ store, clock, toolUrl }, 'editor');
  return {
    operators: await open('operator', '/drift'),
    evaluators: await open('evaluator', '/evaluering'),
    editors: { ...(await open('editor', '/redaktion', (key) => passkeys.has(key))), passkeys },
  };
}

/** Whether a passkey still opens the pages. */
type KeyWorks = (key: string) => Promise<boolean>;

interface Parts {
  links: SecretTokens;
  sessions: SecretTokens;
  /** Absent if no passkey opens the pages. */
  works: KeyWorks | undefined;
}

function signIn(page: string, { links, sessions, works }: Parts): SignIn {
  const enter = async (key?: string) => {
    await sessions.sweep();
    return sessions.make(key);
  };
  return {
    enter,
    link: async () => {
      await links.sweep();
      return `${page}/${await links.make()}`;
    },
    signIn: async (token) => {
      return (await links.take(token)) && enter();
    },
    isSignedIn: async (session) => {
      const key = await sessions.openerOf(session);
      return key === '' || (key !== undefined && (await works?.(key)) === true);
    },
    signOut: async (session) => {
      await sessions.take(session);
    },
    endAll: async () => {
      for (const tokens of [links, sessions]) await tokens.endAll();
    },
  };
}
