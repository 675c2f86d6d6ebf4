import type { LtiProvider } from 'ltijs';
import type { Clock } from '../../domain/clock.ts';
import type { Measures } from '../../domain/measures.ts';
import { counted } from '../counted.ts';
import { currentRequest } from '../current.ts';
import type { Platform } from '../platforms/record.ts';
import type { Reach } from '../reach.ts';
import { askForAllowed, createAllowed } from './allowedScopes.ts';
import { guardRequests } from './guardedRequest.ts';

/** Milliseconds that one request to a platform may take. */
export const REQUEST = 10_000;

/** Access tokens for a platform's services (1EdTech Security Framework 1.0, 4.1); one token for all its scopes. */
export interface AccessTokens {
  /** Returns the cached token if it stays valid for a while, else a new one, requested once for all callers. */
  get(platform: Platform): Promise<string>;
  /** The scopes that the platform is known to allow; until it has said otherwise, all that it registered us with. */
  allowedBy(platform: Platform): readonly string[];
  /** Forgets a token that the platform no longer accepts. */
  drop(platform: Platform, token: string): void;
}

interface Kept {
  token: string;
  goodUntil: number;
}

/** A token is not used in its last minute (in its last tenth, if it lives for less than ten minutes). */
const MARGIN = 60_000;
/** Seconds, if the platform does not say (RFC 6749, 5.1 only recommends that it does). */
const USUAL_LIFE = 300;

interface Deps {
  provider: () => Promise<LtiProvider>;
  clock: Clock;
  reach: Reach;
  measures: Measures;
}

export function createAccessTokens({ provider, clock, reach, measures }: Deps): AccessTokens {
  const kept = new Map<string, Kept>();
  const allowed = createAllowed(clock);
  const underWay = new Map<string, Promise<string>>();

  /** Each request is guarded on its own: within one guard, a second request is a redirect. */
  const request = (platform: Platform, scopes: readonly string[]) =>
    guardRequests({ timeout: REQUEST, reach }, async () => {
      const registered = await (await provider()).getPlatform(platform.issuer, platform.clientId);
      if (!registered) throw new Error('The platform is gone.');
      return registered.platformAccessToken(scopes.join(' '));
    });

  const ask = async (platform: Platform): Promise<string> => {
    const askedAt = clock();
    const before = allowed.by(platform);
    const { answer, scopes } = await askForAllowed(before, (some) => request(platform, some));
    if (scopes !== before) allowed.note(platform, scopes);
    if (typeof answer.access_token !== 'string' || answer.access_token === '') throw new Error('No access token.');
    const life = (Number(answer.expires_in) || USUAL_LIFE) * 1000;
    const goodUntil = askedAt + life - Math.min(MARGIN, life / 10);
    kept.set(platform.id, { token: answer.access_token, goodUntil });
    return answer.access_token;
  };

  // The plugin answers ltijs with this platform and its key, without reading the store.
  const asked = (platform: Platform) => currentRequest.run({ platform }, () => ask(platform));

  return {
    get: (platform) => {
      const known = kept.get(platform.id);
      if (known && known.goodUntil > clock()) return Promise.resolve(known.token);
      const running =
        underWay.get(platform.id) ??
        counted(asked(platform), { measures, platform: platform.id, service: 'token' }).finally(() =>
          underWay.delete(platform.id),
        );
      underWay.set(platform.id, running);
      return running;
    },
    allowedBy: allowed.by,
    drop: (platform, token) => {
      if (kept.get(platform.id)?.token === token) kept.delete(platform.id);
    },
  };
}
