import type { RequestHandler, Response } from 'express';
import type { z } from 'zod';
import { deployment } from '../addresses.ts';
import type { Core } from '../core.ts';
import { bearerOf } from '../services/bearer.ts';
import { toolConfiguration } from '../vocabulary.ts';
import { registrationPayload, type RegistrationPayload } from './payload.ts';
import { registrationOf } from './registrations.ts';

function refuse(res: Response, status: number, error: { error: string; error_description: string }): void {
  void res.status(status).json(error);
}

function faultsOf(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
}

function answerFor(payload: RegistrationPayload, clientId: string, scopes: string[]): Record<string, unknown> {
  return {
    ...payload,
    client_id: clientId,
    scope: scopes.join(' '),
    [toolConfiguration]: { ...payload[toolConfiguration], deployment_id: deployment, version: '1.3.0' },
  };
}

/**
 * The registration endpoint (Dynamic Registration 1.0, 3.3). The token allows one registration; after a faulty payload
 * it can be used again. A token made for a known client updates it under the same client id.
 */
export function registrationEndpoint(core: Core): RequestHandler {
  return async (req, res) => {
    const token = bearerOf(req);
    const client = token === undefined ? undefined : await core.registrationTokens.look(token);
    if (token === undefined || !client) {
      refuse(res, 401, { error: 'invalid_token', error_description: 'The registration token is not valid.' });
      return;
    }
    if (!req.is('application/json')) {
      refuse(res, 400, { error: 'invalid_client_metadata', error_description: 'JSON is needed.' });
      return;
    }
    const parsed = registrationPayload.safeParse(req.body);
    if (!parsed.success) {
      refuse(res, 400, { error: 'invalid_client_metadata', error_description: faultsOf(parsed.error) });
      return;
    }
    if (!(await core.registrationTokens.take(token))) {
      refuse(res, 401, { error: 'invalid_token', error_description: 'The registration token has been used.' });
      return;
    }
    const registration = registrationOf(parsed.data, {
      clientId: client.clientId,
      issuer: core.addresses.issuer,
      toolUrl: core.toolUrl,
      registeredAt: core.clock(),
    });
    await core.registrations.save(registration);
    core.log('sandbox registered the tool', { clientId: client.clientId });
    res.json(answerFor(parsed.data, registration.clientId, registration.scopes));
  };
}
