import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

export interface HeaderOptions {
  production: boolean;
  /** Origins that may hold our pages in a frame: the active platforms. */
  frameAncestors: () => Promise<string[]>;
  /** Hosts beside our own that may serve the course's media. */
  mediaHosts: string[];
}

/** Lets the forms of this one page be posted to another origin, and nowhere else. */
export const allowFormsTo = (res: ServerResponse, origin: string): void => {
  const policy = String(res.getHeader('content-security-policy') ?? '');
  res.setHeader('content-security-policy', policy.replace("form-action 'self'", `form-action ${origin}`));
};

/** Security headers of every page. Nothing inline, nothing foreign; frames only by platforms that are registered. */
export const secureHeaders = ({ production, frameAncestors, mediaHosts }: HeaderOptions): RequestHandler => {
  const media = mediaHosts.map((host) => `https://${host}`);
  const header = (ancestors: string[]) =>
    helmet({
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
          frameAncestors: ancestors.length > 0 ? ancestors : ["'none'"],
        },
      },
      frameguard: false,
      // Nothing is told to other sites; our own next page may know that one came from here, also by way of a redirect.
      referrerPolicy: { policy: 'same-origin' },
      strictTransportSecurity: production && { maxAge: 63_072_000 },
    });
  return (req, res, next) => {
    frameAncestors().then((ancestors) => header(ancestors)(req as IncomingMessage, res as ServerResponse, next), next);
  };
};

/** For a page that opens something by itself: it is held in a frame by no one, and kept nowhere. */
export const unframed: RequestHandler = (_req, res, next) => {
  const policy = String(res.getHeader('Content-Security-Policy') ?? '');
  const others = policy.split(';').filter((part) => part !== '' && !part.trim().startsWith('frame-ancestors'));
  res.set({
    'Content-Security-Policy': [...others, "frame-ancestors 'none'"].join(';'),
    'X-Frame-Options': 'DENY',
    'Cache-Control': 'no-store',
  });
  next();
};
