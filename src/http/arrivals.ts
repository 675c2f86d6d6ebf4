import { createSecretKey } from 'node:crypto';
import type { Request } from 'express';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import type { Clock } from '../domain/clock.ts';
import type { Language } from '../domain/viewer.ts';

/**
 * A mark in the address of the first page after a launch. It gives no access: it only distinguishes a person who
 * arrives without a session because the browser refused its cookie from a person whose session has ended. A script
 * removes it.
 */
interface Arrival {
  room: string;
  language: Language;
  /** Address at which the platform starts this launch again; empty if it has none. */
  restart: string;
}

export interface Arrivals {
  /** Returns the address with its mark. */
  mark(address: string, arrival: Arrival): string;
  /** Returns the recent launch that a request for this room comes from. */
  read(request: Pick<Request, 'query'>, room: string): Arrival | undefined;
}

const MARK = 'ankomst';
const SECONDS = 60;
const claims = z.object({ room: z.string(), language: z.enum(['da', 'en']), restart: z.string() });

export function createArrivals(secret: Buffer, clock: Clock): Arrivals {
  // With a plain buffer, the library would first try each time whether it is a private key.
  const key = createSecretKey(secret);
  const now = (): number => Math.floor(clock() / 1000);
  return {
    mark: (address, arrival) => {
      const token = jwt.sign({ ...arrival, iat: now(), exp: now() + SECONDS }, key, { algorithm: 'HS256' });
      return `${address}?${MARK}=${token}`;
    },
    read: (request, room) => {
      const token = request.query[MARK];
      if (typeof token !== 'string') return undefined;
      try {
        const read = claims.safeParse(jwt.verify(token, key, { algorithms: ['HS256'], clockTimestamp: now() }));
        return read.success && read.data.room === room ? read.data : undefined;
      } catch {
        return undefined;
      }
    },
  };
}
