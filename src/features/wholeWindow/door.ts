import express, { Router } from 'express';
import type { Arrivals } from '../../http/arrivals.ts';
import { isOurOwn } from '../../http/foreign.ts';
import { noStore } from '../../http/headers.ts';
import { count, type Limited } from '../../http/limited.ts';
import { Problem } from '../../http/problem.ts';
import { WHOLE_WINDOW } from '../../http/roomRouter.ts';
import type { Sessions } from '../../http/session.ts';
import type { SessionTickets } from '../../rooms/sessionTickets.ts';

export interface WholeWindowDeps {
  sessionTickets: SessionTickets;
  sessions: Pick<Sessions, 'carry'>;
  arrivals: Pick<Arrivals, 'mark'>;
  limited: Limited;
}

/**
 * Continues a frame's session in the window around the frame. The ticket is accepted only from our own form: otherwise
 * an attacker could have someone else's browser post a ticket for the attacker's session, and that person would write
 * into it.
 */
export function wholeWindowDoor({ sessionTickets, sessions, arrivals, limited }: WholeWindowDeps): Router {
  const guesses = limited({ name: 'whole-window', perMinute: 30 });
  const form = express.urlencoded({ extended: false, limit: '10kb', parameterLimit: 10 });
  return Router().post(WHOLE_WINDOW, noStore, form, async (req, res) => {
    const { ticket } = (req.body ?? {}) as { ticket?: unknown };
    const isGood = isOurOwn(req) && typeof ticket === 'string';
    const carried = isGood ? await sessionTickets.take(ticket) : undefined;
    if (!carried) {
      await count(guesses, req, res);
      throw new Problem('session-ended');
    }
    const { session, place } = carried;
    sessions.carry(res, session);
    res.redirect(303, arrivals.mark(place, { room: session.room, language: session.language, restart: '' }));
  });
}
