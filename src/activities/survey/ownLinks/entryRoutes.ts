import express, { Router, type Request, type RequestHandler, type Response } from 'express';
import type { Language } from '../../../domain/viewer.ts';
import { noReferrer, noStore } from '../../../http/headers.ts';
import { count, type Limited } from '../../../http/limited.ts';
import type { ValidFrom } from '../../../http/authority.ts';
import type { Sessions } from '../../../http/session.ts';
import { languageOf } from '../../../http/showProblem.ts';
import { surveyAccess, type SurveyAccessDeps, type Entry } from './surveyAccess.ts';
import { entryPage } from './entryPage.ts';
import { formCookie } from './formCookie.ts';
import { activityPath } from '../../addresses.ts';

interface Asked {
  req: Request;
  res: Response;
}

export interface EntryDeps extends SurveyAccessDeps {
  sessions: Pick<Sessions, 'open'>;
  validFrom: ValidFrom;
  limited: Limited;
}

/**
 * `/svar/<token>`: someone arrives by a personal survey link (docs/decisions/0013). Opening the page changes nothing,
 * because mail filters and previews open links too. Only its button begins a session, and only for that survey.
 */
export function ownLinkEntry(deps: EntryDeps): Router {
  const cookie = formCookie(deps.config.toolUrl);
  const guesses = limitGuesses(deps.limited);
  const openEntry = async ({ req, res }: Asked): Promise<Entry> => {
    const entry = await surveyAccess(deps, req.params['token']);
    if (entry.kind === 'unknown') await count(guesses, req, res);
    return entry;
  };
  const router = Router();
  router.use(
    noStore,
    noReferrer,
    chooseLanguage,
    express.urlencoded({ extended: false, limit: '10kb', parameterLimit: 20 }),
  );
  const show = ({ req, res }: Asked, entry: Entry, status = statuses[entry.kind]): void => {
    const language = languageAt(req, res, entry);
    const page = entryPage(entry, { token: String(req.params['token']), language });
    const csrf = entry.kind === 'ready' ? cookie.secret(req, res) : '';
    res.status(status).render('survey/door', { ...page, csrf });
  };
  router.get('/:token', async (req, res) => {
    show({ req, res }, await openEntry({ req, res }));
  });
  router.post('/:token', async (req, res) => {
    const isOurs = cookie.isOurs(req);
    const entry = await openEntry({ req, res });
    if (entry.kind !== 'ready' || !isOurs) {
      // The form does not come from our page in this browser, so we show the button again: only a person can press it.
      show({ req, res }, entry, entry.kind === 'ready' ? 403 : undefined);
      return;
    }
    const { room, person, activity } = entry.link;
    const from = await deps.validFrom(entry);
    const language = languageAt(req, res, entry);
    deps.sessions.open(res, { room, person, role: 'participant', language, returnUrl: '', only: activity, from });
    res.redirect(303, activityPath({ room }, activity));
  });
  return Router().use('/svar', router);
}

/** A language chosen on this page is also that of a refusal. */
const chooseLanguage: RequestHandler = ({ query: { sprog } }, res, next) => {
  if (sprog === 'da' || sprog === 'en') Object.assign(res.locals, { language: sprog });
  next();
};

/**
 * Guessing is hopeless; this also keeps it from becoming a burden. Only invalid links count, so a person with a valid
 * link gets in whatever others behind the same address do.
 */
function limitGuesses(limited: Limited): RequestHandler {
  return limited({ name: 'own-link', perMinute: 30 });
}

/** The language chosen on this page, else the one used in the room, else the browser's. */
function languageAt(req: Request, res: Response, entry: Entry): Language {
  const { language: chosen } = res.locals as { language?: Language };
  return chosen ?? (entry.kind === 'unknown' ? undefined : entry.person.language) ?? languageOf(req, res);
}

const statuses: Record<Entry['kind'], number> = { ready: 200, later: 200, spent: 410, replaced: 410, unknown: 404 };
