import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../domain/clock.ts';
import type { Language, Viewer } from '../domain/viewer.ts';
import { cookieKind } from './cookieKind.ts';
import { formSecretOf, readSession, signSession, type SessionToken } from './sessionToken.ts';
import { roomPath } from './roomPath.ts';

/** A session ends when it has not been used for this long … */
const IDLE_MS = 4 * 60 * 60 * 1000;
/** … and at the latest this long after the launch. */
const ABSOLUTE_MS = 12 * 60 * 60 * 1000;
/** A session in use is renewed at most this often. */
const RENEW_AFTER_MS = 10 * 60 * 1000;

/** Browsers silently drop a cookie of more than 4096 bytes, Safari at slightly less. */
const LONGEST_COOKIE = 4000;

const COOKIE = 'rum';
const A_LONG_TIME_AGO = Date.UTC(2000, 0);
/** A session for a single activity has its own cookie, so that it never overwrites a full session. */
const ONE_ACTIVITY_COOKIE = 'svar';

export interface Sessions {
  /**
   * Begins a session for someone who has just been launched or came by a personal link, and sets its cookie. If a
   * return address is too long for the cookie, it is left out of both cookie and viewer.
   */
  open(res: ServerResponse, who: Omit<Viewer, 'session' | 'csrf' | 'since'>): Viewer;
  /** Copies the session to where this browser keeps other cookies: the window around the frame that it began in. */
  carry(res: ServerResponse, session: Omit<Viewer, 'csrf'>): void;
  /** Continues the session in another language. */
  changeLanguage(res: ServerResponse, viewer: Viewer, language: Language): void;
  /**
   * Removes from this browser every session that it has in the viewer's room. `rooms.endSessions` ends copies of a
   * session.
   */
  end(res: ServerResponse, viewer: Viewer): void;
  /** Returns the viewer that this room's cookie names; undefined if there is none. Renews an old cookie. */
  read(req: IncomingMessage, res: ServerResponse, room: string): Viewer | undefined;
  /**
   * What a session of this room said, also one that is over, to word a page and lead back to the course; undefined if
   * this browser has none.
   */
  last(req: IncomingMessage, room: string): Pick<Viewer, 'language' | 'returnUrl'> | undefined;
}

/**
 * Sessions are signed tokens in a separate cookie for each room: the path keeps two rooms in two tabs apart, and
 * `Partitioned` lets browsers keep the cookie inside the LMS's frame.
 */
export function createSessions(secret: Buffer, { clock, toolUrl }: { clock: Clock; toolUrl: string }): Sessions {
  // With a plain buffer, the library would check at each request whether it is a public key, which takes five times as
  // long.
  const key = createSecretKey(secret);
  const kind = cookieKind(toolUrl);
  const tokensIn = (req: IncomingMessage) => (name: string) => kind.valuesOf(req.headers.cookie, name);
  const lineOf = (viewer: Viewer, { req }: ServerResponse): string => {
    const now = clock();
    const value = signSession(viewer, { key, now, ends: Math.min(now + IDLE_MS, viewer.since + ABSOLUTE_MS) });
    return kind.set({ ...placeOf(viewer), value }, req.headers['user-agent']);
  };
  const write = (res: ServerResponse, viewer: Viewer) => void res.appendHeader('Set-Cookie', lineOf(viewer, res));

  return {
    open: (res, who) => {
      const since = Math.max(clock(), (who.from ?? 0) + 1);
      const whole = { ...who, session: randomBytes(24).toString('base64url'), csrf: formSecretOf(who, key), since };
      const line = lineOf(whole, res);
      const viewer = line.length > LONGEST_COOKIE ? { ...whole, returnUrl: '' } : whole;
      res.appendHeader('Set-Cookie', viewer === whole ? line : lineOf(viewer, res));
      return viewer;
    },
    carry: (res, session) => write(res, { ...session, csrf: formSecretOf(session, key) }),
    changeLanguage: (res, viewer, language) => write(res, { ...viewer, language }),
    end: (res, { room }) => {
      for (const only of [undefined, ONE_ACTIVITY_COOKIE]) {
        const line = kind.set({ ...placeOf({ room, only }), value: '' }, res.req.headers['user-agent']);
        res.appendHeader('Set-Cookie', line);
      }
    },
    read: (req, res, room) => {
      const [wide, narrow] = [COOKIE, ONE_ACTIVITY_COOKIE].map((name) => {
        const tokens = tokensIn(req)(name).map((token) => readSession(token, key, clock()));
        return ofOnePerson(tokens.filter((one) => one?.viewer.room === room && placeOf(one.viewer).name === name));
      });
      const found = pickSession(wide, narrow);
      if (!found) return undefined;
      if (clock() - found.issuedAt > RENEW_AFTER_MS) write(res, found.viewer);
      return found.viewer;
    },
    last: (req, room) => lastIn([COOKIE, ONE_ACTIVITY_COOKIE].flatMap(tokensIn(req)), { room, key }),
  };
}

function lastIn(tokens: string[], { room, key }: { room: string; key: KeyObject }): Viewer | undefined {
  // Read as of a time when they were not over: the signature alone says that a launch gave them.
  const viewers = tokens.map((token) => readSession(token, key, A_LONG_TIME_AGO)?.viewer);
  return viewers.find((viewer) => viewer?.room === room);
}

/** The cookie for a viewer's session. A personal link is never opened in a frame. */
function placeOf({ room, only }: Pick<Viewer, 'room' | 'only'>) {
  const framed = only === undefined;
  return { name: framed ? COOKIE : ONE_ACTIVITY_COOKIE, path: roomPath(room, ''), framed };
}

/**
 * A browser keeps only one cookie of a name from us. Several valid ones mean that a neighbouring site has set some. If
 * these belong to two people, nobody can tell whose browser it is, and no session is used, so that nobody writes in
 * another person's name by mistake.
 */
function ofOnePerson(found: (SessionToken | undefined)[]): SessionToken | undefined {
  const people = new Set(found.map((one) => one?.viewer.person));
  return people.size === 1 ? found.toSorted((one, other) => since(other) - since(one))[0] : undefined;
}

function since(one: SessionToken | undefined): number {
  return one?.viewer.since ?? 0;
}

/**
 * Chooses between a full session and a limited one in the same browser (docs/decisions/0013). Of the same person's two
 * sessions it takes the full one, which can do all that the other can; if they belong to two people on a shared
 * computer, it takes the newer one.
 */
function pickSession(wide: SessionToken | undefined, narrow: SessionToken | undefined): SessionToken | undefined {
  if (!wide || !narrow) return wide ?? narrow;
  return wide.viewer.person === narrow.viewer.person || wide.viewer.since > narrow.viewer.since ? wide : narrow;
}
