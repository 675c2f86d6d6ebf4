import { join, relative } from 'node:path';
import express, { Router, type Request, type RequestHandler, type Response } from 'express';
import { assetHashes } from './assetHashes.ts';
import { drawingPolicy } from './headers.ts';
import { mediaByHash } from './mediaByHash.ts';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/**
 * Static files get only these security headers; the full set is for pages, and is as large as a small script itself.
 */
const fileHeaders: RequestHandler = (req, res, next) => {
  res.set({ 'X-Content-Type-Options': 'nosniff', 'Cross-Origin-Resource-Policy': 'same-origin' });
  // A drawing opened at its own address is a document, so it must not run scripts.
  if (req.path.endsWith('.svg')) res.set('Content-Security-Policy', drawingPolicy);
  next();
};

/**
 * Our own styles, fonts, icons and scripts. Their addresses carry a hash, so browsers may cache them. The course also
 * shows the pictures on its own pages.
 */
export function assets(root: string): Router {
  const folder = join(root, 'public');
  const hashOf = assetHashes(folder);
  /** During an update, new pages may reach the old version: its files must not be cached under the new address. */
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
        // Browsers never revalidate immutable files; these headers would only make each small file larger.
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
  /** Whether browsers may cache a file for a while. */
  keep: boolean;
  /** Files of versions that editors have published, by the hash in their addresses. */
  byHash: (hash: string) => Promise<Buffer | undefined>;
}

/** The course's media folder; the authors' working files beside it are not served. */
export function courseMedia({ id, folder, keep, byHash }: CourseMedia): Router {
  return Router()
    .use(`/kursus/${id}/media`, fileHeaders, mediaByHash(byHash))
    .use(
      `/kursus/${id}/media`,
      express.static(join(folder, 'media'), { maxAge: keep ? '1h' : 0, index: false, redirect: false }),
    );
}
