import { Router } from 'express';
import { copyRoutes, type CopyDeps } from './copyRoutes.ts';
import type { Courses } from '../../content/course.ts';
import { noticePages } from './notice.ts';

/** Pages outside rooms: the notice, and a copy of someone's data by a link. */
export function publicPrivacyPages(deps: CopyDeps & { courses: Courses }): Router {
  return Router().use(copyRoutes(deps)).use(noticePages(deps.courses));
}
