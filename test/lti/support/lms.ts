import { createPublicKey, randomUUID } from 'node:crypto';
import http, { type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { importPKCS8, type JWK, SignJWT, type CryptoKey, jwtVerify, createRemoteJWKSet } from 'jose';
import type { PlatformFacts } from '../../../src/lti/platforms/record.ts';
import { keyPairInTurn } from '../../support/keyPairs.ts';

export interface Received {
  method: string;
  path: string;
  headers: http.IncomingHttpHeaders;
  body: string;
}

export interface Reply {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
  /** Never answers. */
  hang?: boolean;
  /** Breaks the connection instead of answering. */
  drop?: boolean;
  /** Answers only then. */
  after?: Promise<unknown>;
}

export interface SigningKey {
  kid: string;
  privateKey: CryptoKey;
  jwk: JWK;
}

export async function makeSigningKey(): Promise<SigningKey> {
  const { publicKey, privateKey } = await keyPairInTurn();
  const kid = randomUUID();
  const jwk = { ...createPublicKey(publicKey).export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' };
  return { kid, privateKey: await importPKCS8(privateKey, 'RS256'), jwk };
}

export function sign(
  payload: Record<string, unknown>,
  key: SigningKey,
  header: Record<string, unknown> = {},
): Promise<string> {
  return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: key.kid, ...header }).sign(key.privateKey);
}

/** The smallest LMS there is: signs what it is told, publishes its keys, answers as it is told, and keeps what it got. */
export interface Lms {
  url: string;
  key: SigningKey;
  /** What its key set holds. */
  published: JWK[];
  received: Received[];
  /** Answers by path; the first reply is used up, the last one stays. */
  replies: Map<string, Reply[]>;
  facts: PlatformFacts;
  countOf(path: string): number;
  close(): Promise<void>;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function next(replies: Reply[] | undefined): Reply | undefined {
  return replies && replies.length > 1 ? replies.shift() : replies?.[0];
}

export const scopes = [
  'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
  'https://purl.imsglobal.org/spec/lti-ags/scope/score',
  'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
];

function factsOf(url: string): PlatformFacts {
  return {
    issuer: url,
    clientId: 'client-1',
    name: 'Test LMS',
    authEndpoint: `${url}/auth`,
    tokenEndpoint: `${url}/token`,
    tokenAudience: `${url}/token`,
    jwksUri: `${url}/keys`,
    scopes,
    deployments: ['deployment-1'],
    deploymentRule: 'listed',
    origins: [url],
  };
}

function configurationOf(url: string): object {
  return {
    issuer: url,
    authorization_endpoint: `${url}/auth`,
    token_endpoint: `${url}/token`,
    jwks_uri: `${url}/keys`,
    registration_endpoint: `${url}/registration`,
    scopes_supported: scopes,
    'https://purl.imsglobal.org/spec/lti-platform-configuration': { product_family_code: 'test', version: '1' },
  };
}

export async function startLms(): Promise<Lms> {
  const key = await makeSigningKey();
  const received: Received[] = [];
  const replies = new Map<string, Reply[]>();
  const published = [key.jwk];
  const server = http.createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    void readBody(request).then(async (body) => {
      received.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, body });
      const reply = next(replies.get(path)) ?? { status: 404 };
      if (reply.hang) return;
      if (reply.drop) return void request.socket.destroy();
      const text = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body ?? '');
      await reply.after;
      response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers }).end(text);
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  replies.set('/keys', [{ status: 200, body: { keys: published } }]);
  replies.set('/token', [{ status: 200, body: { access_token: 'token-1', token_type: 'bearer', expires_in: 3600 } }]);
  replies.set('/configuration', [{ status: 200, body: configurationOf(url) }]);
  replies.set('/registration', [{ status: 200, body: { client_id: 'client-1', scope: scopes.join(' ') } }]);
  return {
    url,
    key,
    published,
    received,
    replies,
    facts: factsOf(url),
    countOf: (path) => received.filter((one) => one.path.split('?')[0] === path).length,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Verifies a client assertion as a strict platform does. */
export async function verifyAssertion(body: string, lms: Lms, keysUrl: string): Promise<Record<string, unknown>> {
  const assertion = new URLSearchParams(body).get('client_assertion') ?? '';
  const keys = createRemoteJWKSet(new URL(keysUrl));
  const { payload } = await jwtVerify(assertion, keys, {
    audience: lms.facts.tokenAudience,
    issuer: lms.facts.clientId,
  });
  return payload;
}
