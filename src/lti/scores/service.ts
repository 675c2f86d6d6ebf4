import type { Platform } from '../platforms/record.ts';
import type { FetchRequest, FetchResponse, PublicFetch } from '../publicFetch.ts';
import type { AccessTokens } from './accessTokens.ts';

/** Calls a service of a platform with its access token; a token that it refuses is replaced once. */
export type CallService = (platform: Platform, url: string, request: FetchRequest) => Promise<FetchResponse>;

/** No access token was had; `cause` is what the HTTP client threw. */
export class NoAccessToken extends Error {
  constructor(cause: unknown) {
    super('The platform gave no access token.', { cause });
    this.name = 'NoAccessToken';
  }
}

export const createCallService =
  ({ fetch, tokens }: { fetch: PublicFetch; tokens: AccessTokens }): CallService =>
  async (platform, url, request) => {
    const once = async (): Promise<{ token: string; response: FetchResponse }> => {
      const token = await tokens.get(platform).catch((error: unknown) => {
        throw new NoAccessToken(error);
      });
      const headers = { ...request.headers, authorization: `Bearer ${token}` };
      return { token, response: await fetch(url, { ...request, headers }) };
    };
    const { token, response } = await once();
    if (response.status !== 401) return response;
    tokens.drop(platform, token);
    return (await once()).response;
  };
