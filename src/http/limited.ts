import type { Request, RequestHandler, Response } from 'express';
import { rateLimit, type Options } from 'express-rate-limit';
import type { HitCounts } from './hitCounts.ts';
import { Problem } from './problem.ts';

interface Limit extends Partial<Pick<Options, 'keyGenerator'>> {
  /** Each limit has its own count. */
  name: string;
  perMinute: number;
}

/**
 * Lets this many requests of one visitor pass each minute, whichever process they reach; further requests get a page
 * that says so.
 */
export type Limited = (limit: Limit) => RequestHandler;

export function createLimited(counts: HitCounts): Limited {
  return ({ name, perMinute, ...options }) =>
    rateLimit({
      ...options,
      windowMs: 60_000,
      limit: perMinute,
      store: counts.of(name, perMinute),
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      // A request may count against one limit on arrival, and against another once its result is known.
      validate: { singleCount: false },
      handler: (_req, _res, next) => next(new Problem('too-many')),
    });
}

/** Counts a request whose result shows that it must count. @throws {Problem} `too-many` */
export function count(limit: RequestHandler, req: Request, res: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    void limit(req, res, (error?: unknown) => (error instanceof Error ? reject(error) : resolve()));
  });
}
