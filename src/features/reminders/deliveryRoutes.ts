import express, { Router, type Request } from 'express';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import { hasToken } from '../../http/bearer.ts';
import type { Limited } from '../../http/limited.ts';
import { Problem } from '../../http/problem.ts';
import { channelKinds, type ChannelKind } from './records.ts';
import type { Reminders } from './reminders.ts';

export interface DeliveryDeps {
  reminders: Pick<Reminders, 'noteDelivery'>;
  config: {
    webhookSecrets: Record<ChannelKind, string | undefined>;
    sms: { gateway: 'generic' | 'gatewayapi' } | undefined;
  };
  limited: Limited;
}

/**
 * `/leveringer/<channel>`: carriers report that a message did not arrive (docs/reminders.md). They authenticate with a
 * secret of their own. If no secret is set, the page does not exist.
 */
export function deliveryRoutes(deps: DeliveryDeps): Router {
  const limited = deps.limited({ name: 'deliveries', perMinute: 600 });
  return Router().post(
    '/leveringer/:channel',
    limited,
    express.json({ limit: '10kb', type: () => true }),
    async (req, res) => {
      const kind = channelKinds.find((one) => one === req.params.channel);
      const secret = kind && deps.config.webhookSecrets[kind];
      if (!kind || !secret) throw new Problem('not-found');
      const isGatewayApi = kind === 'sms' && deps.config.sms?.gateway === 'gatewayapi';
      const told = isGatewayApi ? ofGatewayApi(req, secret) : ofOurs(req, secret);
      if (!told) {
        res.status(401).end();
        return;
      }
      if (told !== 'nothing') await deps.reminders.noteDelivery({ kind, ...told });
      // Unusable reports are accepted too, or they would be sent again and again.
      res.status(204).end();
    },
  );
}

type Told = { ref: string; result: 'arrived' | 'undelivered' } | 'nothing';

const ref = z.string().regex(/^[\w-]{43}$/);
const ours = z.object({ ref, result: z.enum(['arrived', 'undelivered']) });

/** Our own contract: a bearer token, and JSON. Undefined if the token is wrong. */
function ofOurs(req: Request, secret: string): Told | undefined {
  if (!hasToken(req, secret)) return undefined;
  return ours.safeParse(req.body).data ?? 'nothing';
}

const status = z.object({ userref: ref, status: z.string() });
const results: Partial<Record<string, 'arrived' | 'undelivered'>> = {
  DELIVERED: 'arrived',
  UNDELIVERABLE: 'undelivered',
  REJECTED: 'undelivered',
};

/**
 * A delivery status from GatewayAPI (its documentation of webhooks, as known in November 2026): everything is repeated
 * in a signed token, which is all we trust. An expired message only shows that a phone was off.
 */
function ofGatewayApi(req: Request, secret: string): Told | undefined {
  try {
    const { data } = status.safeParse(
      jwt.verify(req.get('x-gwapi-signature') ?? '', secret, { algorithms: ['HS256'] }),
    );
    const result = data && results[data.status];
    return result ? { ref: data.userref, result } : 'nothing';
  } catch {
    return undefined;
  }
}
