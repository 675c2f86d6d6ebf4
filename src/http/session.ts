import { createHmac, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseCookie } from 'cookie';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import type { Clock } from '../domain/clock.ts';
import type { Language, Viewer } from '../domain/viewer.ts';

/** A session ends when it has not been used for this long … */
const IDLE_MS = 4 * 60 * 60 * 1000;
/** … and at the latest this long after the launch. */
const ABSOLUTE_MS = 12 * 60 * 60 * 1000;
/** A session in use is renewed at most this often. */
const RENEW_AFTER_MS = 10 * 60 * 1000;

const COOKIE = 'rum';
/** A session for one activity alone has a cookie of its own, and so never overwrites a wider one. */
const LIMITED_COOKIE = 'svar';

const claims = z.object({
  room: z.string(),
  person: z.string(),
  role: z.enum(['participant', 'instructor', 'administrator']),
  language: z.enum(['da', 'en']),
  session: z.string(),
  since: z.number(),
  returnUrl: z.string(),
  only: z.string().optional(),
  ownWindow: z.boolean().optional(),
  iat: z.number(),
});

export interface Sessions {
  /** Begins a session for someone who has just been launched, or came by a link of their own, and sets its cookie. */
  open(res: ServerResponse, who: Omit<Viewer, 'session' | 'csrf' | 'since'>): Viewer;
  /** The same session in another language. */
  changeLanguage(res: ServerResponse, viewer: Viewer, language: Language): void;
  /** Ends every session that this browser has in the viewer's room. */
  end(res: ServerResponse, viewer: Viewer): void;
  /** The viewer of this room, or undefined where there is no valid session for it. Renews the cookie when it ages. */
  read(req: IncomingMessage, res: ServerResponse, room: string): Viewer | undefined;
}

/**
 * Sessions as signed tokens in a cookie of their own for each room: the path keeps two rooms in two tabs apart, and
 * `Partitioned` lets browsers keep the cookie inside the LMS's frame.
 */
export const createSessions = (key: Buffer, clock: Clock): Sessions => {
  const write = (res: ServerResponse, viewer: Viewer) => {
    const now = clock();
    const ends = Math.min(now + IDLE_MS, viewer.since + ABSOLUTE_MS);
    const { csrf: _csrf, ...kept } = viewer;
    const token = jwt.sign({ ...kept, iat: seconds(now), exp: seconds(ends) }, key, { algorithm: 'HS256' });
    // A link of one's own is never opened in a frame.
    const kind = viewer.only === undefined ? 'SameSite=None; Partitioned' : 'SameSite=Lax';
    res.appendHeader('Set-Cookie', `${cookieOf(viewer)}=${token}; Path=/rum/${viewer.room}; HttpOnly; Secure; ${kind}`);
  };

  return {
    open: (res, who) => {
      const viewer = { ...who, session: randomBytes(24).toString('base64url'), csrf: csrfOf(who, key), since: clock() };
      write(res, viewer);
      return viewer;
    },
    changeLanguage: (res, viewer, language) => write(res, { ...viewer, language }),
    end: (res, { room }) => {
      const gone = `Path=/rum/${room}; HttpOnly; Secure; Max-Age=0`;
      res.appendHeader('Set-Cookie', `${COOKIE}=; ${gone}; SameSite=None; Partitioned`);
      res.appendHeader('Set-Cookie', `${LIMITED_COOKIE}=; ${gone}; SameSite=Lax`);
    },
    read: (req, res, room) => {
      const cookies = parseCookie(req.headers.cookie ?? '');
      const [wide, limited] = [COOKIE, LIMITED_COOKIE].map((name) => {
        const token = cookies[name];
        const read = token === undefined ? undefined : verify(token, key, clock());
        return read?.viewer.room === room && cookieOf(read.viewer) === name ? read : undefined;
      });
      const found = rightful(wide, limited);
      if (!found) return undefined;
      if (clock() - found.issuedAt > RENEW_AFTER_MS) write(res, found.viewer);
      return found.viewer;
    },
  };
};

interface Found {
  viewer: Viewer;
  issuedAt: number;
}

const cookieOf = ({ only }: Pick<Viewer, 'only'>): string => (only === undefined ? COOKIE : LIMITED_COOKIE);

/**
 * Of a whole session and a limited one in the same browser (docs/decisions/0013): of one person's two the wider, which
 * can do all that the other can; of two people's, on a computer that several use, that of the one who came last.
 */
const rightful = (wide: Found | undefined, limited: Found | undefined): Found | undefined => {
  if (!wide || !limited) return wide ?? limited;
  return wide.viewer.person === limited.viewer.person || wide.viewer.since > limited.viewer.since ? wide : limited;
};

const verify = (token: string, key: Buffer, now: number): Found | undefined => {
  try {
    const payload = jwt.verify(token, key, { algorithms: ['HS256'], clockTimestamp: seconds(now) });
    const parsed = claims.safeParse(payload);
    if (!parsed.success) return undefined;
    const { iat, ...viewer } = parsed.data;
    return { viewer: { ...viewer, csrf: csrfOf(viewer, key) }, issuedAt: iat * 1000 };
  } catch {
    // Expired, altered or signed with another key: whichever it is, there is no session.
    return undefined;
  }
};

/**
 * Derived from the person, not from the session: who opens the room anew in a second tab gets a new session cookie, and
 * the form in the first tab must still be taken.
 */
const csrfOf = ({ room, person }: { room: string; person: string }, key: Buffer) =>
  createHmac('sha256', key)
    .update(JSON.stringify(['csrf', room, person]))
    .digest('base64url');

const seconds = (ms: number) => Math.floor(ms / 1000);
