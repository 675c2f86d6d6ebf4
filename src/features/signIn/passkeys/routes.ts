import type { Request, Response, Router } from 'express';
import type { Logger } from 'pino';
import { fieldIn } from '../../../http/fieldIn.ts';
import { isForeign } from '../../../http/foreign.ts';
import { count, type Limited } from '../../../http/limited.ts';
import { texts, type Text } from '../../../text/texts.ts';
import type { Language } from '../../../domain/viewer.ts';
import { passkeyPage } from './page.ts';
import type { Passkeys } from './passkeys.ts';

export interface PasskeyPlace {
  /** Base address of the pages that a passkey opens. */
  path: string;
  /** The role that signs in, as in the log. */
  role: string;
  passkeys: Passkeys;
  log: Logger;
}

interface Entrance extends PasskeyPlace {
  limited: Limited;
  /** Begins a session for a visitor with a passkey. */
  begin: (key: string) => Promise<string>;
  enter: (res: Response, session: string) => void;
  showClosed: (req: Request, res: Response, error?: string) => void;
  pageOf: (req: Request, res: Response) => { text: Text };
}

/** Signing in by passkey. Add these routes before those that require a session. */
export function addPasskeySignIn(router: Router, { passkeys, limited, role, log, ...entrance }: Entrance): void {
  router.post('/adgang/udfordring', limited({ name: `${role}-challenges`, perMinute: 30 }), async (_req, res) => {
    res.json(await passkeys.toUse());
  });
  const wrong = limited({ name: `${role}-passkeys`, perMinute: 30 });
  router.post('/adgang', async (req, res) => {
    // Another site's page could put a person into a session by someone else's key.
    const key = isForeign(req) ? undefined : await passkeys.accepts(fieldIn(req, 'svar'));
    log.info({ code: key === undefined ? `${role}-passkey-refused` : `${role}-signed-in` }, role);
    if (key !== undefined) {
      entrance.enter(res, await entrance.begin(key));
      return;
    }
    await count(wrong, req, res);
    entrance.showClosed(req, res, entrance.pageOf(req, res).text.passkeys.refused);
  });
}

type PageOf = (req: Request, res: Response) => { language: Language; text: Text; csrf: string };

/** `/noegler` below that address: listing, adding and removing passkeys. Requires a session. */
export function passkeyRoutes(router: Router, place: PasskeyPlace, pageOf: PageOf): void {
  const { passkeys, log, role, path } = place;
  const show = async (req: Request, res: Response, refused?: 'name' | 'refused') => {
    const page = pageOf(req, res);
    const model = passkeyPage({ path, kept: await passkeys.all(), refused, language: page.language });
    const { navn, fjernet } = req.query;
    const words = texts[page.language].passkeys;
    const message = typeof navn === 'string' ? words.made : fjernet !== undefined && words.removed;
    res
      .status(refused ? 422 : 200)
      .render('signIn/passkeys', { ...page, ...model, message, name: fieldIn(req, 'navn') });
  };
  router.get('/noegler', (req, res) => show(req, res));
  router.post('/noegler/udfordring', async (req, res) => {
    res.json(await passkeys.toMake(nameIn(req) || role));
  });
  router.post('/noegler', async (req, res) => {
    const name = nameIn(req);
    if (name === '') return show(req, res, 'name');
    if (!(await passkeys.keep(name, fieldIn(req, 'svar')))) return show(req, res, 'refused');
    log.info({ code: `${role}-passkey-made` }, role);
    res.redirect(303, `${path}/noegler?navn`);
  });
  router.post('/noegler/fjern', async (req, res) => {
    await passkeys.remove(fieldIn(req, 'id').slice(0, 1400));
    log.info({ code: `${role}-passkey-removed` }, role);
    res.redirect(303, `${path}/noegler?fjernet`);
  });
}

function nameIn(req: Request): string {
  return fieldIn(req, 'navn').trim().slice(0, 60);
}
