import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Core } from '../core.ts';

/** The origins of the tool: its address, and what it registered. */
async function toolOrigins(core: Core): Promise<string[]> {
  const registration = await core.registrations.current();
  const addresses = [core.toolUrl, ...(registration ? [registration.loginUrl, ...registration.redirectUris] : [])];
  return [...new Set(addresses.map((address) => new URL(address).origin))];
}

function headersFor(tool: string[]) {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        frameSrc: ["'self'", ...tool],
        formAction: ["'self'", ...tool],
        frameAncestors: ["'self'"],
      },
    },
    // The form that posts the id token returns into a frame of this site only.
    frameguard: { action: 'sameorigin' },
    // As in Moodle: the tool sees from which site a launch comes, and our own forms keep their Origin.
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    strictTransportSecurity: false,
  });
}

/** Security headers of the sandbox's own pages, separate from the tool's. */
export function sandboxHeaders(core: Core): RequestHandler {
  return (req, res, next) => {
    toolOrigins(core).then((tool) => headersFor(tool)(req as IncomingMessage, res as ServerResponse, next), next);
  };
}
