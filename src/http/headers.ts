import type { ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

export interface HeaderOptions {
  production: boolean;
  /** Hosts beside our own that may serve the course's media. */
  mediaHosts: string[];
}

const POLICY = 'Content-Security-Policy';
const FORMS = "form-action 'self'";
const FRAMES = "frame-ancestors 'none'";

/** Lets the forms of this one page be posted to another origin, and nowhere else. */
export function allowFormsTo(res: ServerResponse, origin: string): void {
  changePolicy(res, FORMS, `form-action ${origin}`);
}

/** Lets these origins hold this page in a frame, and nobody else. */
export function framedBy(res: ServerResponse, origins: readonly string[]): void {
  if (origins.length > 0) changePolicy(res, FRAMES, `frame-ancestors ${origins.join(' ')}`);
}

function changePolicy(res: ServerResponse, from: string, to: string): void {
  res.setHeader(POLICY, String(res.getHeader(POLICY) ?? '').replace(from, to));
}

/** Security headers of every page. Nothing inline, nothing foreign; in no frame but where `framedBy` lets it. */
export function secureHeaders({ production, mediaHosts }: HeaderOptions): RequestHandler {
  const media = mediaHosts.map((host) => `https://${host}`);
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', ...media],
        fontSrc: ["'self'"],
        mediaSrc: ["'self'", ...media],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    frameguard: false,
    // Nothing is told to other sites; our own next page may know that one came from here, also by way of a redirect.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: production && { maxAge: 63_072_000 },
  });
}

/** For a page that opens something by itself, outside of the rooms: nobody frames it, old browsers are told so too, and it is kept nowhere. */
export const unframed: RequestHandler = (_req, res, next) => {
  res.set({ 'X-Frame-Options': 'DENY', 'Cache-Control': 'no-store' });
  next();
};
