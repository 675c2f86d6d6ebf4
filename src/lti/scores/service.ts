import type { Clock } from '../../domain/clock.ts';
import type { Platform } from '../platforms/record.ts';
import { FetchFailed, type FetchRequest, type FetchResponse, type PublicFetch } from '../publicFetch.ts';
import { type AccessTokens, REQUEST } from './accessTokens.ts';

interface ServiceRequest extends Omit<FetchRequest, 'timeout'> {
  /**
   * No request begins after this, in milliseconds since 1970. A request or token under way may take `REQUEST` longer.
   */
  deadline: number;
}

/**
 * Calls a platform's service with its access token; if the platform refuses the token, tries once with a new one.
 * Rejects with `NoAccessToken` or `FetchFailed`.
 */
export type CallService = (platform: Platform, url: string, request: ServiceRequest) => Promise<FetchResponse>;

/** No access token was received; `cause` is what the HTTP client threw. */
export class NoAccessToken extends Error {
  constructor(cause: unknown) {
    super('The platform gave no access token.', { cause });
    this.name = 'NoAccessToken';
  }
}

interface Deps {
  fetch: PublicFetch;
  tokens: AccessTokens;
  clock: Clock;
}

export function createCallService({ fetch, tokens, clock }: Deps): CallService {
  return async (platform, url, { deadline, ...request }) => {
    const timeLeft = (): number => {
      const left = deadline - clock();
      if (left <= 0) throw new FetchFailed('timeout');
      return Math.min(left, REQUEST);
    };
    const once = async (): Promise<{ token: string; response: FetchResponse }> => {
      timeLeft();
      const token = await tokens.get(platform).catch((error: unknown) => {
        throw new NoAccessToken(error);
      });
      const headers = { ...request.headers, authorization: `Bearer ${token}` };
      return { token, response: await fetch(url, { ...request, headers, timeout: timeLeft() }) };
    };
    const { token, response } = await once();
    if (response.status !== 401) return response;
    tokens.drop(platform, token);
    return (await once()).response;
  };
}
