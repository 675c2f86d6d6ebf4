import type { ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { commonHeaders } from '../util/commonHeaders.ts';

export interface HeaderOptions {
  production: boolean;
  /** Hosts besides our own that may serve the course's media: asked for each page, as the course may change. */
  mediaHosts: () => readonly string[];
}

/** For a drawing at its own address, where it is a document of our site. */
export const drawingPolicy = "default-src 'none'; sandbox";

const POLICY = 'Content-Security-Policy';
const FORMS = "form-action 'self'";
const FRAMES = "frame-ancestors 'none'";

/** Lets the forms of this page be posted to one other origin, and nowhere else. */
export function allowFormsTo(res: ServerResponse, origin: string): void {
  changePolicy(res, FORMS, `form-action ${origin}`);
}

/** Lets only these origins frame this page. */
export function framedBy(res: ServerResponse, origins: readonly string[]): void {
  if (origins.length === 0) return;
  changePolicy(res, FRAMES, `frame-ancestors ${origins.join(' ')}`);
  // It cannot name an origin, and older browsers would refuse the platform's frame.
  res.removeHeader('X-Frame-Options');
}

/** Lets this page hold frames with our own pages. */
export function mayFrameOurs(res: ServerResponse): void {
  changePolicy(res, FORMS, `${FORMS}; frame-src 'self'`);
}

/** Lets our own pages hold this one in a frame, and makes its forms do nothing. */
export function framedByOurs(res: ServerResponse): void {
  changePolicy(res, FRAMES, "frame-ancestors 'self'");
  changePolicy(res, FORMS, "form-action 'none'");
  res.removeHeader('X-Frame-Options');
}

function changePolicy(res: ServerResponse, from: string, to: string): void {
  res.setHeader(POLICY, String(res.getHeader(POLICY) ?? '').replace(from, to));
}

/**
 * Security headers of every page: no inline code, nothing from other sites, and no frames unless `framedBy` allows
 * them.
 */
export function secureHeaders({ production, mediaHosts }: HeaderOptions): RequestHandler {
  const media = () =>
    mediaHosts()
      .map((host) => `https://${host}`)
      .join(' ');
  const plain = commonHeaders(production);
  const page = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', media],
        fontSrc: ["'self'"],
        mediaSrc: ["'self'", media],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    frameguard: { action: 'deny' },
    // Other sites learn nothing; our own next page may learn where a request comes from, also after a redirect.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: false,
  });
  return (req, res, next) => {
    res.set(plain);
    page(req, res, next);
  };
}

/** Headers of what programs request: health and metrics. */
export function headersOfNoPage({ production }: Pick<HeaderOptions, 'production'>): RequestHandler {
  const headers = { ...commonHeaders(production), 'Cache-Control': 'no-store' };
  return (_req, res, next) => {
    res.set(headers);
    next();
  };
}

/** For pages outside rooms that only some people may see: never cached. */
export const noStore: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store');
  next();
};

/** For pages whose address is a key: no page that is reached from there learns it. */
export const noReferrer: RequestHandler = (_req, res, next) => {
  res.set('Referrer-Policy', 'no-referrer');
  // The layout says the same in the page, for browsers that ignore the header.
  Object.assign(res.locals, { referrer: 'no-referrer' });
  next();
};
