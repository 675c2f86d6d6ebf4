import type { RequestHandler } from 'express';
import { rateLimit, type Options } from 'express-rate-limit';
import type { HitCounts } from './hitCounts.ts';
import { Problem } from './problem.ts';

interface Limit extends Partial<Pick<Options, 'keyGenerator' | 'skipSuccessfulRequests'>> {
  /** Each limit counts on its own. */
  name: string;
  perMinute: number;
}

/** Lets so many requests of one visitor by each minute, whichever process they come to; others get a page that says so. */
export type Limited = (limit: Limit) => RequestHandler;

export const createLimited =
  (counts: HitCounts): Limited =>
  ({ name, perMinute, ...options }) =>
    rateLimit({
      ...options,
      windowMs: 60_000,
      limit: perMinute,
      store: counts.of(name, perMinute),
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      handler: (_req, _res, next) => next(new Problem('too-many')),
    });
