import type { Request, Response, Router } from 'express';
import { csrfOf, type LinkSession } from '../../http/linkSession.ts';
import { Problem } from '../../http/problem.ts';
import type { PlatformManagement } from '../../lti/index.ts';
import { fieldIn } from '../../http/fieldIn.ts';

interface Deps {
  platforms: PlatformManagement;
  session: LinkSession;
}

interface Refused {
  written: string;
  error: string;
}

/** `/drift/platform/<id>/rammer`: which pages may frame a platform's rooms. */
export function frameRoutes(router: Router, { platforms, session }: Deps): void {
  const show = async (req: Request<{ id: string }>, res: Response, refused?: Refused): Promise<void> => {
    const page = session.pageOf(req as Request, res);
    const found = await platforms.get(req.params.id);
    if (!found) throw new Problem('not-found');
    const text = page.text.operator;
    if (refused) res.status(422);
    res.render('operator/frames', {
      ...page,
      csrf: csrfOf(res),
      title: text.framesTitle(found.name),
      action: `/drift/platform/${found.id}/rammer`,
      frames: found.frames.map(({ origin, source }) => ({
        origin,
        source: text.frameSources[source],
        mayGo: source !== 'own',
      })),
      ...refused,
      errors: refused ? [{ href: '#adresse', message: refused.error }] : [],
    });
  };

  router.get('/platform/:id/rammer', (req, res) => show(req, res));
  router.post('/platform/:id/rammer', async (req, res) => {
    const [adresse, fjern] = [fieldIn(req, 'adresse'), fieldIn(req, 'fjern')];
    if (fjern !== '') {
      if (!(await platforms.forbidFrame(req.params.id, fjern))) throw new Problem('not-found');
    } else {
      const outcome = await platforms.allowFrame(req.params.id, adresse);
      if (outcome === 'no-platform') throw new Problem('not-found');
      const { frameBad } = session.pageOf(req as Request, res).text.operator;
      if (outcome === 'no-origin') return show(req, res, { written: adresse, error: frameBad });
    }
    res.redirect(303, '/drift?gjort=framed');
  });
}
