import { csrfSync } from 'csrf-sync';
import express, { Router, type Request, type RequestHandler, type Response } from 'express';
import type { Language, Viewer } from '../domain/viewer.ts';
import type { AuditNotes } from './auditLine.ts';
import { tellNow } from './tellLater.ts';
import { texts, type Text } from '../text/texts.ts';
import { can } from './actions.ts';
import type { Arrivals } from './arrivals.ts';
import type { Authority } from './authority.ts';
import { cameFrom, placeInRoom } from './places.ts';
import { readFiles } from './multipart.ts';
import { maskToken, unmaskToken } from './formToken.ts';
import type { Limited } from './limited.ts';
import { Problem } from './problem.ts';
import { watchAudit } from './auditing.ts';
import type { RoomRoute } from './route.ts';
import type { Sessions } from './session.ts';
import { fieldIn } from './fieldIn.ts';
import { roomPath } from './roomPath.ts';

/** Signing out of a room's own session is handled in features/frontDoor/signOut.ts. */
export const SIGN_OUT = '/log-ud';
/** Moves a session from a frame to the whole window, and receives it there, outside the rooms: features/wholeWindow. */
export const WHOLE_WINDOW = '/hele-vinduet';

/**
 * Bytes; several times the longest form. A field's own limit is shown beside the field. `public/js/autosave.js` knows
 * it too.
 */
const LONGEST_FORM = 200 * 1024;
/**
 * A longer form is still read, so that the answer can give it back: browsers do not keep the form of a page with
 * `no-store`. Four megabytes are a whole book that was pasted by mistake.
 */
const BODY_LIMIT = '4mb';
/** To read such a form takes long, so one session may send this many a minute. */
const LONG_FORMS_PER_MINUTE = 20;
/** A form from a browser that never had a session here comes from elsewhere, or is short. */
const BODY_LIMIT_OF_STRANGERS = '64kb';
/** In bytes: more than a phone's photo, so that our own page can say which file is too large. */
const FILE_LIMIT = '12mb';

export interface RoomRouterOptions {
  routes: RoomRoute[];
  sessions: Sessions;
  authority: Pick<Authority, 'of'>;
  /** The course's own page in the course system, where it is known without a session; else empty. */
  courseOf: (room: string) => Promise<string>;
  arrivals: Arrivals;
  /** Records which staff member has read whose words. */
  auditLog: AuditNotes;
  /** Helplines as safe HTML; the layout shows them wherever a participant writes. */
  hardMoments: (language: Language) => string;
  limited: Limited;
  /**
   * What the layout says about the privacy notice. `isPage`: the request is for a page, and the notice it shows is
   * recorded.
   */
  notice?: (viewer: Viewer, isPage: boolean) => Promise<object>;
  /** Answers a form that was sent after its session had ended, so that what was written is not lost. */
  rescue: (req: Request, res: Response) => Promise<void>;
}

/**
 * Everything under `/rum/<room>`: requires a session of this very room, a genuine form, and an action that the role may
 * do.
 */
export function roomRouter(options: RoomRouterOptions): Router {
  const { routes, rescue, auditLog, limited } = options;
  const router = Router();
  router.use((_req, res, next) => {
    res.set('Cache-Control', 'no-store');
    next();
  });
  // No body is read before we know the sender and the limit.
  router.use('/:room', readSession(options), limitVisitors(limited), readBody(), tellNow());
  router.use('/:room', requireViewer(options));
  for (const route of routes) if (route.takesFile) router.post(`/:room${route.path}`, readFile(route));
  router.use('/:room', checkForm(rescue));
  for (const route of routes) router[route.method](`/:room${route.path}`, allow(route, auditLog));
  return router;
}

/** The viewer found by `requireViewer`; call this only after it. */
function viewerOf(res: Response): Viewer {
  return (res.locals as { viewer: Viewer }).viewer;
}

/** The viewer in the cookie, verified only by its signature. */
function sessionIn(res: Response): Viewer | undefined {
  return (res.locals as { session?: Viewer }).session;
}

function readSession({ sessions }: RoomRouterOptions): RequestHandler<{ room: string }> {
  return (req, res, next) => {
    const session = sessions.read(req as Request, res, req.params.room);
    const { language, returnUrl } = session ?? sessions.last(req as Request, req.params.room) ?? {};
    // Whoever is refused before their room is looked up is answered in their own language.
    Object.assign(res.locals, { session, ...(language && { language, returnUrl }) });
    next();
  };
}

/** A single browser cannot overload the store, while a whole class may share one address. */
function limitVisitors(limited: Limited): RequestHandler {
  const perSession = limited({
    name: 'session',
    perMinute: 300,
    keyGenerator: (_req, res) => sessionIn(res)?.session ?? '',
  });
  const perAddress = limited({ name: 'no-session', perMinute: 300 });
  const longForms = limited({
    name: 'long-forms',
    perMinute: LONG_FORMS_PER_MINUTE,
    keyGenerator: (_req, res) => sessionIn(res)?.session ?? '',
  });
  return (req, res, next) => {
    if (sessionIn(res)) void (mayBeLong(req) ? longForms : perSession)(req, res, next);
    else if (req.method === 'POST') void perAddress(req, res, next);
    else next();
  };
}

function readBody(): RequestHandler {
  const form = { extended: false, parameterLimit: 500 };
  const known: RequestHandler = express.urlencoded({ ...form, limit: BODY_LIMIT, verify: noteLength });
  const before: RequestHandler = express.urlencoded({ ...form, limit: LONGEST_FORM });
  const stranger: RequestHandler = express.urlencoded({ ...form, limit: BODY_LIMIT_OF_STRANGERS });
  return (req, res, next) => {
    if (!sessionIn(res)) {
      (wasHere(res) ? before : stranger)(req, res, next);
      return;
    }
    known(req, res, (error?: unknown) => {
      next(error ?? (isTooLong(res) ? new Problem('too-large') : undefined));
    });
  };
}

/** Whether this form is longer than any of ours, or does not say how long it is. */
function mayBeLong(req: Request): boolean {
  return Boolean(req.is(['urlencoded', 'multipart'])) && !(Number(req.get('content-length')) <= LONGEST_FORM);
}

/** Whether this browser has, or once had, a session in this room. */
function wasHere(res: Response): boolean {
  return (res.locals as { language?: Language }).language !== undefined;
}

/** A form with a file contains its secret, so the file is read first, but only from people who may send it. */
function readFile({ action }: RoomRoute): RequestHandler[] {
  const isAllowed: RequestHandler = (_req, res, next) => {
    next(can(viewerOf(res).role, action) ? undefined : 'route');
  };
  return [isAllowed, ...readFiles(FILE_LIMIT)];
}

function noteLength(_req: unknown, res: unknown, { length }: Buffer): void {
  Object.assign((res as Response).locals, { bodyLength: length });
}

function isTooLong(res: Response): boolean {
  const { bodyLength = 0 } = res.locals as { bodyLength?: number };
  return bodyLength > LONGEST_FORM;
}

function requireViewer({
  authority,
  courseOf,
  arrivals,
  hardMoments,
  rescue,
  notice,
}: RoomRouterOptions): RequestHandler<{ room: string }> {
  return async (req, res, next) => {
    const session = sessionIn(res as Response);
    const found = session && (await authority.of(session));
    if (!found) {
      const arrival = arrivals.read(req as Request, req.params.room);
      if (arrival) Object.assign(res.locals, { language: arrival.language });
      if (arrival) throw new Problem('cookies-refused', [], arrival.restart);
      // A cookie that has ended still says where its course is; a browser that was closed has none.
      res.locals['returnUrl'] ||= await courseOf(req.params.room);
      if (req.method !== 'POST') throw new Problem('session-ended');
      return rescue(req as Request, res);
    }
    const { room } = found;
    const viewer = { ...found.viewer, csrf: maskToken(found.viewer.csrf) };
    Object.assign(res.locals, {
      viewer,
      ...(await notice?.(viewer, req.method === 'GET')),
      language: viewer.language,
      text: textFor(viewer),
      limited: viewer.only !== undefined,
      csrf: viewer.csrf,
      home: roomPath(viewer.room),
      languageSwitch: languageSwitch(req as Request, viewer),
      signOutOfRoom: roomPath(viewer.room, SIGN_OUT),
      wholeWindow: viewer.only === undefined && { ask: roomPath(viewer.room, WHOLE_WINDOW), door: WHOLE_WINDOW },
      hardMoments: can(viewer.role, 'answerActivity') && { html: hardMoments(viewer.language) },
      roomTitle: room.title,
      returnUrl: viewer.returnUrl,
      mayClose: viewer.only !== undefined || (viewer.ownWindow === true && viewer.returnUrl === ''),
    });
    next();
  };
}

/**
 * The footer's help text sends participants to their instructor, but not people on a survey link, who may have left the
 * course.
 */
function textFor({ language, only, role }: Viewer): Text {
  const text = texts[language];
  const help = can(role, 'answerActivity') ? text.common.help : text.common.staffHelp;
  return { ...text, common: { ...text.common, help: only === undefined ? help : text.survey.link.help } };
}

/** The link to the other language of the current page; for a form's answer, of the page with the form. */
function languageSwitch(req: Request, viewer: Viewer) {
  const home = roomPath(viewer.room);
  const here = req.method === 'GET' ? placeInRoom(req.originalUrl, home) : cameFrom(req, home);
  const { language } = texts[viewer.language].common.otherLanguage;
  const otherwise = viewer.only === undefined ? home : `${home}aktivitet/${viewer.only}`;
  return { href: `${home}sprog/${language}?${new URLSearchParams({ tilbage: here ?? otherwise }).toString()}` };
}

/**
 * Cookies are SameSite=None inside the LMS's frame, so every form carries the person's own secret. A form without it
 * does nothing, but it may still contain someone's text.
 */
function checkForm(rescue: RoomRouterOptions['rescue']): RequestHandler {
  const check = csrfCheck();
  return (req, res, next) => {
    check(req, res, (error?: unknown) => {
      if (error === undefined) next();
      else rescue(req, res).catch(next);
    });
  };
}

function csrfCheck() {
  return csrfSync({
    getTokenFromRequest: (req) => unmaskToken(fieldIn(req, '_csrf')),
    getTokenFromState: (req) => (req.res ? unmaskToken(viewerOf(req.res).csrf) : undefined),
    // The token is derived from the session's person, so nothing needs to be stored.
    storeTokenInState: () => undefined,
  }).csrfSynchronisedProtection;
}

/**
 * Whether a session for one activity may use a route: only that activity's pages and forms, and the choice of language.
 */
function isWithin({ only }: Viewer, { path }: RoomRoute, req: Request): boolean {
  if (only === undefined || path === '/sprog/:language' || path === SIGN_OUT) return true;
  return path.startsWith('/aktivitet/:activity') && req.params['activity'] === only;
}

/**
 * For a role that may not do the action the route does not exist: 404 rather than a hint (several roles may share a
 * path).
 */
function allow(route: RoomRoute, auditLog: RoomRouterOptions['auditLog']): RequestHandler {
  return async (req, res, next) => {
    const viewer = viewerOf(res);
    const may = isWithin(viewer, route, req) && can(viewer.role, route.action);
    const audit = watchAudit(auditLog, { viewer, res });
    const visit = { viewer, req, res, noteInAuditLog: audit.note };
    if (!may || (await route.applies?.(visit)) === false) {
      next();
      return;
    }
    if (route.reads) await audit.guard(() => route.handle(visit));
    else await route.handle(visit);
  };
}
