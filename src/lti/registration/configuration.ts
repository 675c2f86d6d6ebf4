import { z } from 'zod';
import { isAllowedUrl, type PublicFetch } from '../publicFetch.ts';
import { Refusal } from '../refusal.ts';

const address = z.string().min(1).max(2048);

/** What a platform tells about itself (LTI Dynamic Registration 1.0, 3.2 and 3.4). */
const configuration = z.object({
  issuer: z.string().min(1).max(512),
  authorization_endpoint: address,
  token_endpoint: address,
  jwks_uri: address,
  registration_endpoint: address,
  authorization_server: z.string().max(2048).nullish(),
  scopes_supported: z.array(z.string().max(500)).max(200).nullish(),
  'https://purl.imsglobal.org/spec/lti-platform-configuration': z
    .object({ product_family_code: z.string().max(100).nullish() })
    .nullish(),
});

export type PlatformConfiguration = z.infer<typeof configuration>;

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

interface Asked {
  address: string;
  fetch: PublicFetch;
  allowPrivate: boolean;
}

/**
 * Fetches a platform's configuration and checks that it may speak for itself: its issuer has the host it was fetched
 * from (3.4.1), or anyone could register a platform in another's name; and all its addresses are ones we may ask.
 * @throws {Refusal}
 */
export const fetchConfiguration = async ({ address, fetch, allowPrivate }: Asked): Promise<PlatformConfiguration> => {
  if (!isAllowedUrl(address, allowPrivate)) throw new Refusal('registration-address', { reason: 'configuration' });
  const response = await fetch(address, { headers: { accept: 'application/json' } }).catch((cause: unknown) => {
    throw new Refusal('registration-address', { reason: 'no answer', cause });
  });
  if (response.status !== 200) throw new Refusal('registration-platform', { reason: 'configuration status' });
  const read = configuration.safeParse(parseJson(response.text));
  if (!read.success) throw new Refusal('registration-platform', { reason: 'configuration' });
  const { issuer, authorization_endpoint, token_endpoint, jwks_uri, registration_endpoint } = read.data;
  const addresses = [issuer, authorization_endpoint, token_endpoint, jwks_uri, registration_endpoint];
  if (!addresses.every((one) => isAllowedUrl(one, allowPrivate))) {
    throw new Refusal('registration-address', { reason: 'an endpoint' });
  }
  if (new URL(issuer).host !== new URL(address).host) throw new Refusal('registration-issuer');
  return read.data;
};

const registered = z.object({
  client_id: z.string().min(1).max(255),
  scope: z.string().max(5000).nullish(),
  'https://purl.imsglobal.org/spec/lti-tool-configuration': z
    .object({ deployment_id: z.union([z.string().min(1).max(255), z.number()]).nullish() })
    .nullish(),
});

export type Registered = z.infer<typeof registered>;

interface Sent {
  endpoint: string;
  token: string;
  body: object;
  fetch: PublicFetch;
}

/** Asks the platform to take us in (3.5 and 3.6). @throws {Refusal} */
export const sendRegistration = async ({ endpoint, token, body, fetch }: Sent): Promise<Registered> => {
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    ...(token !== '' && { authorization: `Bearer ${token}` }),
  };
  const request = { method: 'POST' as const, headers, body: JSON.stringify(body), timeout: 20_000 };
  const response = await fetch(endpoint, request).catch((cause: unknown) => {
    throw new Refusal('registration-platform', { reason: 'no answer', cause });
  });
  if (response.status < 200 || response.status > 299) {
    throw new Refusal('registration-platform', { reason: `status ${response.status}` });
  }
  const read = registered.safeParse(parseJson(response.text));
  if (!read.success) throw new Refusal('registration-platform', { reason: 'answer' });
  return read.data;
};
