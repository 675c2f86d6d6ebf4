import type { SecretTokens } from './secretTokens.ts';

/**
 * The way in for those who run the tool. Which platforms may come in is theirs alone to say, and no administrator of an
 * LMS is one of them; so they come from the command line of the server, by a link that works once.
 */
export interface OperatorAccess {
  /** A link to the page that works once, within fifteen minutes. */
  link(): Promise<string>;
  /** The secret of a new session, good for an hour; undefined where the token is unknown, used or expired. */
  signIn(token: string): Promise<string | undefined>;
  isSignedIn(session: string): Promise<boolean>;
  signOut(session: string): Promise<void>;
  /** Ends all sessions, and takes back all links that were not used. */
  endAll(): Promise<void>;
}

export const OPERATOR_LINK_LIFETIME = 15 * 60_000;
export const OPERATOR_SESSION_LIFETIME = 60 * 60_000;

interface Needs {
  toolUrl: string;
  /** The page that the link opens; the operator's, where not given. */
  path?: `/${string}`;
  links: SecretTokens;
  sessions: SecretTokens;
}

/** The way in for evaluators, who see sums of all rooms: the same kind of link, and no operator by it. */
export function evaluatorAccess(needs: Omit<Needs, 'path'>): OperatorAccess {
  return operatorAccess({ ...needs, path: '/evaluering' });
}

export function operatorAccess({ toolUrl, path = '/drift', links, sessions }: Needs): OperatorAccess {
  return {
    link: async () => `${toolUrl}${path}/${await links.make()}`,
    signIn: async (token) => ((await links.take(token)) ? sessions.make() : undefined),
    isSignedIn: (session) => (session === '' ? Promise.resolve(false) : sessions.isGood(session)),
    signOut: async (session) => {
      await sessions.take(session);
    },
    endAll: async () => {
      for (const tokens of [links, sessions]) await tokens.endAll();
    },
  };
}
