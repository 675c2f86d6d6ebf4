import { z } from 'zod';
import { identifier } from '../identifier.ts';
import type { PublicFetch } from '../publicFetch.ts';
import { isAllowedUrl, type Reach } from '../reach.ts';
import { Refusal } from '../refusal.ts';

const address = z.string().min(1).max(2048);
const words = z.array(z.string().max(500)).max(200).nullish();
const message = z.union([
  z.string().max(200),
  z.object({ type: z.string().max(200), placements: z.array(z.string().max(500)).max(100).nullish() }),
]);
const PLATFORM = 'https://purl.imsglobal.org/spec/lti-platform-configuration';

/** What a platform tells about itself (LTI Dynamic Registration 1.0, 3.2 and 3.4). */
const configuration = z.object({
  issuer: identifier(512),
  authorization_endpoint: address,
  token_endpoint: address,
  jwks_uri: address,
  registration_endpoint: address,
  authorization_server: z.string().max(2048).nullish(),
  scopes_supported: words,
  response_types_supported: words,
  id_token_signing_alg_values_supported: words,
  token_endpoint_auth_methods_supported: words,
  [PLATFORM]: z
    .object({
      product_family_code: z.string().max(100).nullish(),
      messages_supported: z.array(message).max(100).nullish(),
    })
    .nullish(),
});

export type PlatformConfiguration = z.infer<typeof configuration>;

/** Values that must be in a list if the platform gives the list; without them we could never launch. */
const needed = {
  response_types_supported: 'id_token',
  id_token_signing_alg_values_supported: 'RS256',
  token_endpoint_auth_methods_supported: 'private_key_jwt',
} as const;

export function messagesOf(read: PlatformConfiguration): { type: string; placements: string[] | undefined }[] {
  return (read[PLATFORM]?.messages_supported ?? []).map((one) =>
    typeof one === 'string'
      ? { type: one, placements: undefined }
      : { type: one.type, placements: one.placements ?? undefined },
  );
}

export function productOf(read: PlatformConfiguration): string {
  return read[PLATFORM]?.product_family_code ?? 'LMS';
}

function unfit(read: PlatformConfiguration): string[] {
  const fields = Object.keys(needed) as (keyof typeof needed)[];
  const lacking = fields.filter((field) => read[field] && !read[field].includes(needed[field]));
  const messages = messagesOf(read);
  const launches = messages.length === 0 || messages.some(({ type }) => type === 'LtiResourceLinkRequest');
  const issuer = /[?#]/.test(read.issuer) ? ['issuer'] : [];
  return [
    ...issuer,
    ...lacking.map((field) => `${field}: ${needed[field]}`),
    ...(launches ? [] : ['messages_supported: LtiResourceLinkRequest']),
  ];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @throws {Refusal} naming what is missing, so that the platform's operator knows what to correct */
function read(text: string): PlatformConfiguration {
  const json = parseJson(text);
  if (json === null || typeof json !== 'object' || Array.isArray(json)) {
    throw new Refusal('registration-platform', { reason: 'configuration' });
  }
  const parsed = configuration.safeParse(json);
  const names = parsed.success ? unfit(parsed.data) : parsed.error.issues.map(({ path: [field] }) => String(field));
  if (!parsed.success || names.length > 0) {
    throw new Refusal('registration-incomplete', { reason: 'configuration', names: [...new Set(names)] });
  }
  return parsed.data;
}

interface Asked {
  address: string;
  /** The platform's registration token: some platforms require it here too (Canvas). */
  token: string;
  fetch: PublicFetch;
  reach: Reach;
}

function bearer(token: string): Record<string, string> {
  return token === '' ? {} : { authorization: `Bearer ${token}` };
}

/**
 * Fetches a platform's configuration and checks that it may speak for itself. Its issuer must have the host it was
 * fetched from (3.4.1), or anyone could register a platform in another's name; and we must be allowed to contact all
 * its addresses.
 * @throws {Refusal}
 */
export async function fetchConfiguration(asked: Asked): Promise<PlatformConfiguration> {
  const { address, token, fetch, reach } = asked;
  if (!isAllowedUrl(address, reach)) throw new Refusal('registration-address', { reason: 'configuration' });
  const headers = { accept: 'application/json', ...bearer(token) };
  const response = await fetch(address, { headers }).catch((cause: unknown) => {
    throw new Refusal('registration-address', { reason: 'no answer', cause });
  });
  if (response.status !== 200) throw new Refusal('registration-platform', { reason: 'configuration status' });
  const found = read(response.text);
  const { issuer, authorization_endpoint, token_endpoint, jwks_uri, registration_endpoint } = found;
  const addresses = { issuer, authorization_endpoint, token_endpoint, jwks_uri, registration_endpoint };
  const names = Object.entries(addresses).flatMap(([name, one]) => (isAllowedUrl(one, reach) ? [] : [name]));
  if (names.length > 0) throw new Refusal('registration-address', { reason: 'an endpoint', names });
  if (new URL(issuer).host !== new URL(address).host) throw new Refusal('registration-issuer');
  return found;
}

const registered = z.object({
  // RFC 6749, appendix A.1: visible characters and blanks.
  client_id: z
    .string()
    .min(1)
    .max(255)
    .regex(/^[\x20-\x7e]+$/),
  scope: z.string().max(5000).nullish(),
  redirect_uris: z.array(z.string().max(2048)).max(50).nullish(),
  'https://purl.imsglobal.org/spec/lti-tool-configuration': z
    .object({ deployment_id: z.union([identifier(255), z.number()]).nullish() })
    .nullish(),
});

export type Registered = z.infer<typeof registered>;

interface Sent {
  endpoint: string;
  token: string;
  body: object;
  /** Must be among the redirect addresses, if the platform tells which it accepted. */
  launchUrl: string;
  fetch: PublicFetch;
}

/** Asks the platform to register us (3.5 and 3.6). @throws {Refusal} */
export async function sendRegistration({ endpoint, token, body, launchUrl, fetch }: Sent): Promise<Registered> {
  const headers = { 'content-type': 'application/json', accept: 'application/json', ...bearer(token) };
  const request = { method: 'POST' as const, headers, body: JSON.stringify(body), timeout: 20_000 };
  const response = await fetch(endpoint, request).catch((cause: unknown) => {
    throw new Refusal('registration-platform', { reason: 'no answer', cause });
  });
  if (response.status < 200 || response.status > 299) {
    throw new Refusal('registration-platform', { reason: `status ${response.status}` });
  }
  const parsed = registered.safeParse(parseJson(response.text));
  if (!parsed.success) throw new Refusal('registration-platform', { reason: 'answer' });
  const { redirect_uris } = parsed.data;
  if (redirect_uris && !redirect_uris.includes(launchUrl)) {
    throw new Refusal('registration-incomplete', { reason: 'answer', names: ['redirect_uris'] });
  }
  return parsed.data;
}
