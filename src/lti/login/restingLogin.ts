import { z } from 'zod';
import type { Clock } from '../../domain/clock.ts';
import { Refusal } from '../refusal.ts';
import { createSecretBox } from '../secretBox.ts';
import { type LoginParameters, parameters } from './parameters.ts';

const resting = z.object({
  parameters,
  /** The person has gone on in a new window already: there is no second one to offer. */
  newWindow: z.boolean(),
  expiresAt: z.number(),
});

/** The page with the button may be loaded again: by hand, by a script, by a phone that had put it away. */
const RESTS = 60 * 60_000;

/** Proxies take some 8000 characters of an address. Moodle's login is 500 of these, one with a signed hint 2000. */
const LONGEST = 4000;

/**
 * A login that rests while the browser is sent round, sealed into the address it comes back by: the parameters hold the
 * platform's user id, which belongs in no history and no log.
 */
interface RestingLogins {
  /** Undefined where it is too long for an address. */
  seal(login: { parameters: LoginParameters; newWindow: boolean }): string | undefined;
  /** @throws {Refusal} where it is none of ours, or older than an hour. */
  open(sealed: string): { parameters: LoginParameters; newWindow: boolean };
}

export function createRestingLogins({ toolSecret, clock }: { toolSecret: string; clock: Clock }): RestingLogins {
  const box = createSecretBox(toolSecret, 'lti resting logins');
  return {
    seal: (login) => {
      const sealed = box.seal(JSON.stringify({ ...login, expiresAt: clock() + RESTS }));
      return sealed.length > LONGEST ? undefined : sealed;
    },
    open: (sealed) => {
      const login = readOrNothing(() => resting.parse(JSON.parse(box.open(sealed))));
      if (!login || login.expiresAt <= clock()) throw new Refusal('login-incomplete', { reason: 'returned late' });
      return login;
    },
  };
}

function readOrNothing<Read>(read: () => Read): Read | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
