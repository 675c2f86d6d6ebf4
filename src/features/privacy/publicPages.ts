import { Router } from 'express';
import { copyRoutes, type CopyDeps } from './copyRoutes.ts';
import { noticePages } from './notice.ts';

/** What one reaches without a room: the notice, and a copy by a link. */
export function publicPrivacyPages(deps: CopyDeps): Router {
  return Router().use(copyRoutes(deps)).use(noticePages(deps.courses));
}
