import { type Request, type Response, Router } from 'express';
import { texts } from '../../text/texts.ts';
import { applyImport } from './apply.ts';
import { dryRun } from './dryRun.ts';
import { dryRunPage, tableFault } from './importPage.ts';
import { shared, type ProvisioningDeps } from './parts.ts';
import { pastRetention } from '../room/index.ts';
import { readTable } from './table.ts';
import { fieldIn } from '../../http/fieldIn.ts';

/**
 * Changes many rooms at once: a table is pasted, its effects are shown line by line, and then applied as shown. The
 * shown changes are stored, so that confirming cannot do anything else.
 */
export function importRoutes(deps: ProvisioningDeps): Router {
  const router = Router();
  router.get('/import', (req, res) => showForm(req, res, { pasted: '', error: '' }));
  router.post('/import', (req, res) => showDryRun(deps, req, res));
  router.post('/import/:id', async (req, res) => {
    const changes = await deps.imports.get(req.params.id);
    const isDone = changes !== undefined && (await applyImport(changes, deps));
    if (!isDone) {
      const { over, changed } = texts[shared(req, res).language].provisioning.import;
      showForm(req, res, { pasted: '', error: changes === undefined ? over : changed });
      return;
    }
    await deps.imports.remove(req.params.id);
    deps.log.info({ code: 'rooms-imported', count: changes.length }, 'operator changed rooms');
    res.redirect(303, '/drift/rum?gjort=imported');
  });
  return router;
}

function showForm(req: Request, res: Response, { pasted, error }: { pasted: string; error: string }): void {
  const page = shared(req, res);
  if (error !== '') res.status(422);
  res.render('provisioning/import', {
    ...page,
    title: page.text.provisioning.import.title,
    pasted,
    error,
    errors: error === '' ? [] : [{ href: '#tabel', message: error }],
  });
}

async function showDryRun(deps: ProvisioningDeps, req: Request, res: Response): Promise<void> {
  const page = shared(req, res);
  const pasted = fieldIn(req, 'tabel');
  const table = readTable(pasted);
  if (table.fault) {
    showForm(req, res, { pasted, error: tableFault(table, page.language) });
    return;
  }
  const results = await dryRun(table.lines, {
    ...deps,
    platforms: await deps.lti.platforms.list(),
    rhythms: deps.courses.da.variants.map(({ id }) => id),
    now: deps.clock(),
    isPast: pastRetention(deps, deps.clock()),
  });
  const changes = results.flatMap(({ change }) => change ?? []);
  const hasFaults = changes.length < results.length;
  const id = hasFaults ? '' : await deps.imports.keep(changes);
  if (hasFaults) res.status(422);
  res.render('provisioning/dryRun', { ...page, ...dryRunPage({ results, language: page.language, id }), pasted });
}
