import type { Request, RequestHandler, Response } from 'express';

/** Serves files whose addresses end in `?v=<hash of the content>`: what such an address shows never changes. */
export function mediaByHash(contentOf: (hash: string) => Promise<Buffer | undefined>): RequestHandler {
  return async (req, res, next) => {
    const { v: hash } = req.query;
    if (typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash) || !['GET', 'HEAD'].includes(req.method)) {
      next();
      return;
    }
    const content = await contentOf(hash);
    if (!content) {
      next();
      return;
    }
    res.set({ 'Cache-Control': 'public, max-age=31536000, immutable', 'Accept-Ranges': 'bytes' });
    res.type(req.path.slice(req.path.lastIndexOf('.') + 1));
    sendRange(req, res, content);
  };
}

/** Some players fetch a film only in parts. Several parts at once are answered with the whole, as is allowed. */
function sendRange(req: Request, res: Response, content: Buffer): void {
  const ranges = req.range(content.length, { combine: true });
  const [range, ...more] = Array.isArray(ranges) && ranges.type === 'bytes' ? ranges : [];
  if (ranges === -1) {
    res.status(416).set('Content-Range', `bytes */${content.length}`).end();
  } else if (range && more.length === 0) {
    const { start, end } = range;
    res.status(206).set('Content-Range', `bytes ${start}-${end}/${content.length}`);
    res.send(content.subarray(start, end + 1));
  } else {
    res.send(content);
  }
}
