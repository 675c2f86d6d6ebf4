import type { Request, RequestHandler, Response } from 'express';
import { decodeJwt, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Core } from '../core.ts';
import type { Registration } from '../registration/registrations.ts';
import { toolKeys } from './toolKeys.ts';

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

const tokenRequest = z.object({
  grant_type: z.string().min(1),
  client_assertion_type: z.string().min(1),
  client_assertion: z.string().min(1),
  scope: z.string().min(1),
});

type OAuthError = 'invalid_request' | 'unsupported_grant_type' | 'invalid_client' | 'invalid_scope';

function refuse(res: Response, error: OAuthError): void {
  void res.status(400).json({ error });
}

function claimedSubject(assertion: string): string | undefined {
  try {
    return decodeJwt(assertion).sub;
  } catch {
    return undefined;
  }
}

/** How many seconds a tool's clock may be ahead. */
const tolerance = 60;

/**
 * Whether the assertion comes from the registered tool (RFC 7523; 1EdTech Security Framework 1.0, 4.1.1): signed with
 * its own key, iss and sub are the client id, aud is this token endpoint, iat and exp are present and valid, and the
 * jti was never used.
 */
async function isGenuine(core: Core, assertion: string, registration: Registration): Promise<boolean> {
  try {
    const { payload, protectedHeader } = await jwtVerify(assertion, await toolKeys(registration.keySetUrl), {
      algorithms: ['RS256'],
      issuer: registration.clientId,
      subject: registration.clientId,
      audience: core.addresses.token,
      requiredClaims: ['iat', 'exp', 'jti'],
      currentDate: new Date(core.clock()),
    });
    if (!protectedHeader.kid || (payload.iat ?? 0) > core.clock() / 1000 + tolerance) return false;
    return await core.usedIds.firstUse(`jti:${String(payload.jti)}`, null);
  } catch (error) {
    core.log('sandbox refused a client assertion', { cause: error instanceof Error ? error.message : 'unknown' });
    return false;
  }
}

async function judge(core: Core, req: Request): Promise<OAuthError | string[]> {
  const parsed = tokenRequest.safeParse(req.body);
  if (!req.is('application/x-www-form-urlencoded') || !parsed.success) return 'invalid_request';
  const asked = parsed.data;
  if (asked.grant_type !== 'client_credentials' || asked.client_assertion_type !== assertionType) {
    return 'unsupported_grant_type';
  }
  const subject = claimedSubject(asked.client_assertion);
  if (!subject) return 'invalid_request';
  const registration = await core.registrations.current();
  if (registration?.clientId !== subject) return 'invalid_client';
  if (!(await isGenuine(core, asked.client_assertion, registration))) return 'invalid_client';
  const granted = asked.scope.split(' ').filter((name) => registration.scopes.includes(name));
  return granted.length > 0 ? [...new Set(granted)] : 'invalid_scope';
}

/** The token endpoint: client credentials with a private key JWT. Scopes that are not granted are silently left out. */
export function tokenEndpoint(core: Core): RequestHandler {
  return async (req, res) => {
    const verdict = await judge(core, req);
    if (typeof verdict === 'string') {
      refuse(res, verdict);
      return;
    }
    res.set('Cache-Control', 'no-store').json({
      access_token: await core.bearers.issue({ scopes: verdict }),
      token_type: 'Bearer',
      expires_in: 3600,
      scope: verdict.join(' '),
    });
  };
}
