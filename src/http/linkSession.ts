import { csrfSync } from 'csrf-sync';
import type { Request, RequestHandler, Response, Router } from 'express';
import type { Logger } from 'pino';
import type { Language } from '../domain/viewer.ts';
import { texts, type Text } from '../text/texts.ts';
import { formSecret, linkCookie, type LinkCookie } from './linkCookie.ts';
import { isForeign } from './foreign.ts';
import { count, type Limited } from './limited.ts';
import { languageOf } from './showProblem.ts';
import { fieldIn } from './fieldIn.ts';
import { isToken } from '../store/tokens.ts';

/** Sign-in by a one-time link from the server's command line (docs/decisions/0010). */
export interface LinkAccess {
  /** Returns a session's secret for a one-time token; undefined if the token is not valid. */
  signIn(token: string): Promise<string | undefined>;
  isSignedIn(session: string): Promise<boolean>;
  signOut(session: string): Promise<void>;
}

export interface LinkPlace {
  /** Address of the pages. The link is this address with its token appended. */
  path: `/${string}`;
  /** Name of the cookie. */
  cookie: string;
  /** How long the browser keeps it, in seconds; an hour if absent. */
  lifetime?: number;
  /** The role that signs in, as the log calls it. */
  role: string;
  /** The command that prints a link. */
  command: string;
  words(text: Text): LinkWords;
  /** Whether the pages can also be entered by a passkey; its words are under `passkeys`. */
  hasPasskeys?: boolean;
  access: LinkAccess;
  limited: Limited;
  toolUrl: string;
  log: Logger;
}

interface LinkWords {
  help: string;
  signInTitle: string;
  signInText: string;
  signIn: string;
  closedTitle: string;
  closedText: string;
  closedAdvice: string;
}

/** Sign-in, session and forms of pages that can be reached only by such a link. */
export function linkSession(place: LinkPlace) {
  const { access, log, role } = place;
  const cookie = linkCookie(place.toolUrl, place.cookie, place.lifetime);
  const pageOf = (req: Request, res: Response) => modelOf(place, req, res);
  /** The page for visitors who are not signed in: it says how to get in, and nothing else. */
  const showClosed = (req: Request, res: Response, error?: string): void => {
    const page = pageOf(req, res);
    const words = place.words(page.text);
    const passkeys = place.hasPasskeys && { action: `${place.path}/adgang` };
    const model = { title: words.closedTitle, words, command: place.command, passkeys, error };
    res.status(401).render('http/linkClosed', { ...page, ...model });
  };
  return {
    pageOf,
    showClosed,
    /** The secret in this browser's cookie, which may be of no session. */
    secretIn: (req: Request): string => cookie.read(req),
    /** Lets in a visitor who has signed in otherwise. */
    enter: (res: Response, session: string): void => {
      cookie.set(res, session);
      res.redirect(303, place.path);
    },
    addSignIn: (router: Router): void => addSignIn(router, place, { cookie, pageOf, showClosed }),
    /** Lets only signed-in visitors pass. */
    require: (async (req, res, next) => {
      const session = cookie.read(req);
      if (await access.isSignedIn(session)) {
        res.locals[SESSION] = session;
        next();
      } else showClosed(req, res);
    }) satisfies RequestHandler,
    signOut: async (req: Request, res: Response): Promise<void> => {
      await access.signOut(cookie.read(req));
      cookie.clear(res);
      log.info({ code: `${role}-signed-out` }, role);
      showClosed(req, res);
    },
  };
}

/** The model that all these pages share. The layout's footer speaks to participants, so these pages have their own. */
function modelOf(place: LinkPlace, req: Request, res: Response) {
  const language = languageOf(req, res);
  const text = texts[language];
  return { language, text: { ...text, common: { ...text.common, help: place.words(text).help } } };
}

export type LinkSession = ReturnType<typeof linkSession>;

interface Parts {
  cookie: LinkCookie;
  pageOf: (req: Request, res: Response) => { language: Language; text: Text };
  showClosed: (req: Request, res: Response) => void;
}

/** The link shows a button, so that automatic visitors (a chat's preview, a mail filter) do not use it up. */
function addSignIn(router: Router, place: LinkPlace, { cookie, pageOf, showClosed }: Parts): void {
  const { access, log, role, path } = place;
  const show = (req: Request, res: Response): void => {
    const page = pageOf(req, res);
    const words = place.words(page.text);
    const action = `${path}/${String(req.params['token'])}`;
    res.render('http/linkSignIn', { ...page, title: words.signInTitle, words, action });
  };
  router.get('/:token', (req, res, next) => {
    if (isToken(req.params.token)) show(req, res);
    else next();
  });
  const wrong = place.limited({ name: role, perMinute: 30 });
  router.post('/:token', place.limited({ name: `${role}-all`, perMinute: 300 }), async (req, res, next) => {
    const { token } = req.params;
    if (!isToken(token)) {
      next();
      return;
    }
    if (isFromElsewhere(req)) {
      show(req, res);
      return;
    }
    const session = await access.signIn(token);
    log.info({ code: session === undefined ? `${role}-link-refused` : `${role}-signed-in` }, role);
    if (session === undefined) {
      await count(wrong, req, res);
      showClosed(req, res);
      return;
    }
    cookie.set(res, session);
    res.redirect(303, path);
  });
}

/**
 * Whether another site's page posted the sign-in; that could put a person into a session by someone else's link, so
 * such a post only shows our own button again. A page that hides its address has the origin `null`; an older browser
 * sends nothing else about it, and is let through.
 */
function isFromElsewhere(req: Request): boolean {
  return isForeign(req) && !(req.get('sec-fetch-site') === undefined && req.get('origin') === 'null');
}

const SESSION = 'linkSession';
/** The secret of the session that `require` accepted. */
export function linkSessionOf(res: Response): string {
  return (res.locals as { [SESSION]?: string })[SESSION] ?? '';
}
/** The secret in every form of this session. */
export function csrfOf(res: Response): string {
  return formSecret(linkSessionOf(res));
}

/** Accepts only forms of this very session. */
export function checkLinkForm(): RequestHandler {
  return csrfSync({
    getTokenFromRequest: (req) => fieldIn(req, '_csrf') || undefined,
    getTokenFromState: (req) => (req.res ? csrfOf(req.res) : undefined),
    storeTokenInState: () => undefined,
  }).csrfSynchronisedProtection;
}
