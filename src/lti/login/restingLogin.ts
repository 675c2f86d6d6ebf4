import { z } from 'zod';
import type { Clock } from '../../domain/clock.ts';
import { Refusal } from '../refusal.ts';
import { createSecretBox } from '../secretBox.ts';
import { type LoginParameters, parameters } from './parameters.ts';

const resting = z.object({
  parameters,
  /** The person has already gone on in a new window, so we do not offer a second one. */
  newWindow: z.boolean(),
  expiresAt: z.number(),
});

/** The page with the button may be loaded again: by hand, by a script, or by a phone that had put it to sleep. */
const RESTS = 60 * 60_000;

/**
 * Proxies accept some 8000 characters in an address. Moodle's login needs 500 of these, a login with a signed hint
 * 2000.
 */
const LONGEST = 4000;

/**
 * A login while the browser makes a round trip, sealed into the address it comes back to: the parameters hold the
 * platform's user id, which belongs in no history and no log.
 */
interface RestingLogins {
  /** Undefined if the login is too long for an address. */
  seal(login: { parameters: LoginParameters; newWindow: boolean }): string | undefined;
  /** @throws {Refusal} if it was not sealed by us, or is older than an hour. */
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
