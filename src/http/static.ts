import { join } from 'node:path';
import express, { Router } from 'express';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/**
 * Our own styles, fonts, icons and scripts; their addresses carry a hash, so browsers may keep them. The pictures are
 * also shown by the course, on its own pages.
 */
export const assets = (root: string): Router =>
  Router()
    .use('/assets/images', (_req, res, next) => {
      res.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
      next();
    })
    .use(
      '/assets',
      express.static(join(root, 'public'), { immutable: true, maxAge: YEAR_MS, index: false, redirect: false }),
    );

/** The course's media folder; the authors' working files beside it are not served. @param course `keep`: whether browsers may keep a file */
export const courseMedia = (course: { id: string; folder: string; keep: boolean }): Router =>
  Router().use(
    `/kursus/${course.id}/media`,
    express.static(join(course.folder, 'media'), { maxAge: course.keep ? '1h' : 0, index: false, redirect: false }),
  );
