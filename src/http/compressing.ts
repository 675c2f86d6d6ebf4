import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import compression from 'compression';
import type { Request, RequestHandler, Response } from 'express';

/** Bytes. Most of our scripts are smaller than a kilobyte, and a page has ten of them. */
const THRESHOLD = 500;
/** A tenth smaller than with the default 4, and still compressed in a few milliseconds. */
const QUALITY = { [constants.BROTLI_PARAM_QUALITY]: 6 };

/** Characters. A longer page is left to a thread, so that others need not wait for it. */
const LONGEST = 100_000;
/** Looks back 64 kB: to make room for the usual 4 MB is most of the work for a page. */
const params = { ...QUALITY, [constants.BROTLI_PARAM_LGWIN]: 16 };
const ways: [encoding: string, compress: (page: string) => Buffer][] = [
  ['br', (page) => brotliCompressSync(page, { params })],
  ['gzip', (page) => gzipSync(page)],
];

/** Compresses what browsers take compressed. */
export function compressing(): RequestHandler[] {
  return [compression({ threshold: THRESHOLD, brotli: { params: QUALITY } }), wholePages];
}

/**
 * A page is whole when it is sent, so it is compressed in one go. As a stream it would wake a thread, and go out in
 * pieces.
 */
const wholePages: RequestHandler = (req, res, next) => {
  const send = res.send.bind(res);
  Object.assign(res, { send: (body: unknown) => send(isPage(body, res) ? compressed(body, req, res) : body) });
  next();
};

/** What a template made; whoever sends something else says its type. */
function isPage(body: unknown, res: Response): body is string {
  return typeof body === 'string' && !res.hasHeader('Content-Type');
}

function compressed(page: string, req: Request, res: Response): string | Buffer {
  if (page.length < THRESHOLD || page.length > LONGEST) return page;
  const [encoding, compress] = ways.find(([name]) => req.acceptsEncodings(name)) ?? [];
  if (!encoding || !compress) return page;
  res.type('html').set('Content-Encoding', encoding);
  return compress(page);
}
