import { join, relative } from 'node:path';
import express, { Router, type Request, type RequestHandler, type Response } from 'express';
import { assetHashes } from './assetHashes.ts';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** All that a file needs of the security headers: the rest is for pages, and as large as a small script itself. */
const fileHeaders: RequestHandler = (req, res, next) => {
  res.set('X-Content-Type-Options', 'nosniff');
  // A drawing that is opened by its own address is a document: it may run nothing.
  if (req.path.endsWith('.svg'))
    res.set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  next();
};

/**
 * Our own styles, fonts, icons and scripts; their addresses carry a hash, so browsers may keep them. The pictures are
 * also shown by the course, on its own pages.
 */
export function assets(root: string): Router {
  const folder = join(root, 'public');
  const hashOf = assetHashes(folder);
  /** While a new version takes over, its pages may ask the old one: what that has is not kept under the new address. */
  const keepOnlyOurs = (res: Response, file: string): void => {
    const [, asked] = (res.req as Request).originalUrl.split('?');
    if (asked && asked !== hashOf(relative(folder, file))) res.set('Cache-Control', 'no-store');
  };
  return Router()
    .use('/assets', fileHeaders)
    .use('/assets/images', (_req, res, next) => {
      res.set('Cross-Origin-Resource-Policy', 'cross-origin');
      next();
    })
    .use(
      '/assets',
      express.static(folder, {
        setHeaders: keepOnlyOurs,
        immutable: true,
        maxAge: YEAR_MS,
        index: false,
        redirect: false,
        // Nobody asks again for what never changes: these would only make each small file larger.
        etag: false,
        lastModified: false,
        acceptRanges: false,
      }),
    );
}

export interface CourseMedia {
  /** Id of the course. */
  id: string;
  folder: string;
  /** Whether browsers may keep a file for a while. */
  keep: boolean;
}

/** The course's media folder; the authors' working files beside it are not served. */
export function courseMedia({ id, folder, keep }: CourseMedia): Router {
  return Router()
    .use(`/kursus/${id}/media`, fileHeaders)
    .use(
      `/kursus/${id}/media`,
      express.static(join(folder, 'media'), { maxAge: keep ? '1h' : 0, index: false, redirect: false }),
    );
}
