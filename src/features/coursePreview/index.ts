import { Router } from 'express';
import type { CourseWatch } from '../../content/package/watchPackage.ts';

/** An author's page polls this: whether the package has been reloaded, and its faults. */
export function previewChanges(watch: CourseWatch): Router {
  return Router().get('/preview/changes', (_req, res) => {
    res.set('Cache-Control', 'no-store').json({ version: watch.version(), faults: watch.faults() });
  });
}
