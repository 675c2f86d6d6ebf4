import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import compression from 'compression';
import type { Request, RequestHandler, Response } from 'express';

/** In bytes; so low because most of our scripts are below a kilobyte, and a page has ten of them. */
const THRESHOLD = 500;
/** A tenth smaller than with the default 4, and still only a few milliseconds. */
const QUALITY = { [constants.BROTLI_PARAM_QUALITY]: 6 };

/** In characters: a longer page is compressed in a thread, so that other requests need not wait. */
const LONGEST = 100_000;
/** A window of 64 kB: allocating the usual 4 MB is most of the work for a page. */
const params = { ...QUALITY, [constants.BROTLI_PARAM_LGWIN]: 16 };
const ways: [encoding: string, compress: (page: string) => Buffer][] = [
  ['br', (page) => brotliCompressSync(page, { params })],
  ['gzip', (page) => gzipSync(page)],
];

/** Compresses responses for browsers that accept it. */
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

/** Whether a body is a rendered page: everything else is sent with a type of its own. */
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
