import express, { Router, type Request, type RequestHandler, type Response } from 'express';
import { fieldIn } from '../../http/fieldIn.ts';
import { isForeign } from '../../http/foreign.ts';
import { noStore } from '../../http/headers.ts';
import { checkLinkForm, csrfOf, linkSession, type LinkSession } from '../../http/linkSession.ts';
import { addPasskeySignIn, EDITORS_LIFETIME, passkeyRoutes } from '../signIn/index.ts';
import { PLACE } from './addresses.ts';
import { compareRoutes } from './compareRoutes.ts';
import { mediaRoutes } from './mediaRoutes.ts';
import { movingRoutes } from './moving/routes.ts';
import { readFiles } from '../../http/multipart.ts';
import { fileRoutes } from './fileRoutes.ts';
import { listRoutes } from './listRoutes.ts';
import { nameRoutes } from './pages/nameRoutes.ts';
import { newRoutes } from './pages/newRoutes.ts';
import { previewRoutes } from './previewRoutes.ts';
import { publishingRoutes } from './publishingRoutes.ts';
import { versionRoutes } from './versionRoutes.ts';
import type { EditorDeps, PageOf } from './deps.ts';

const ROLE = 'editor';

/**
 * `/redaktion`: changing the course. Nothing here has access to platforms, rooms, people or answers, except for counts
 * of answers (`answers/answered.ts`).
 */
export function editorRoutes(deps: EditorDeps): Router {
  const session = sessionOf(deps);
  const pageOf: PageOf = (req, res) => ({ ...session.pageOf(req, res), csrf: csrfOf(res) });
  const router = Router();
  router.use(noStore, limitStrangers(deps, session), readForm);
  session.addSignIn(router);
  const keys = { ...deps, path: PLACE, role: ROLE, passkeys: deps.editors.passkeys };
  addPasskeySignIn(router, { ...keys, ...session, begin: (key) => deps.editors.enter(key) });
  router.use(keepText, session.require);
  fileRoutes(router, deps, pageOf);
  // Uploads are read only from people who are signed in.
  router.use('/medier', ...readFiles('2mb')).use('/flyt', ...readFiles('40mb'));
  router.use(checkLinkForm());
  listRoutes(router, deps, pageOf);
  newRoutes(router, deps, pageOf);
  nameRoutes(router, deps, pageOf);
  previewRoutes(router, deps, pageOf);
  publishingRoutes(router, deps, pageOf);
  versionRoutes(router, deps, pageOf);
  compareRoutes(router, deps, pageOf);
  mediaRoutes(router, deps, pageOf);
  movingRoutes(router, deps, pageOf);
  passkeyRoutes(router, keys, pageOf);
  router.post('/log-ud', session.signOut);
  return Router().use(PLACE, router);
}

function sessionOf({ editors, limited, log, config: { toolUrl } }: EditorDeps): LinkSession {
  return linkSession({
    path: PLACE,
    cookie: 'redaktion',
    lifetime: EDITORS_LIFETIME / 1000,
    role: ROLE,
    hasPasskeys: true,
    command: 'npm run editors -- link',
    words: ({ editing }) => editing,
    access: editors,
    limited,
    toolUrl,
    log,
  });
}

const readForm = express.urlencoded({ extended: false, limit: '1mb', parameterLimit: 20 });
/** Bytes; no sign-in sends more. A longer form is the text of an editor. */
const LONGEST_SIGN_IN = 20_000;
/** Texts that come after their session has ended, from one address. */
const LONG_FORMS_PER_MINUTE = 30;

/** Whoever is not signed in may send few long forms: to read them and to show them again keeps others waiting. */
function limitStrangers({ editors, limited }: EditorDeps, session: LinkSession): RequestHandler {
  const strangers = limited({ name: `${ROLE}-strangers`, perMinute: LONG_FORMS_PER_MINUTE });
  return async (req, res, next) => {
    const isLong = Boolean(req.is('urlencoded')) && !(Number(req.get('content-length')) <= LONGEST_SIGN_IN);
    if (isLong && !(await editors.isSignedIn(session.secretIn(req)))) await strangers(req, res, next);
    else next();
  };
}

/**
 * If the session has ended, the page that says so shows the posted text, unless another site sent it to have its own
 * words on our page.
 */
function keepText(req: Request, res: Response, next: () => void): void {
  Object.assign(res.locals, { kept: isForeign(req) ? '' : fieldIn(req, 'text') });
  next();
}
