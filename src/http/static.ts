import { join } from 'node:path';
import express, { Router } from 'express';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** Our own styles, fonts, icons and scripts; their addresses carry a hash, so browsers may keep them. */
export const assets = (root: string): Router =>
  Router().use(
    '/assets',
    express.static(join(root, 'public'), { immutable: true, maxAge: YEAR_MS, index: false, redirect: false }),
  );

/** The course's media: only its `media` folders, so that no working files of the authors are served. */
export const courseMedia = (course: { id: string; folder: string }): Router => {
  const files = express.static(course.folder, { maxAge: '1h', index: false, redirect: false, dotfiles: 'ignore' });
  return Router().use(`/kursus/${course.id}`, (req, res, next) => {
    if (/(^|\/)media\//.test(req.path)) files(req, res, next);
    else next();
  });
};
