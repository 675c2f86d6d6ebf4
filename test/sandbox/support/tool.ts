import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler, type Request } from 'express';
import { SignJWT, createRemoteJWKSet, decodeJwt, exportJWK, generateKeyPair, jwtVerify, type JWTPayload } from 'jose';
import { allScopes, claim, toolConfiguration } from '../../../src/sandbox/vocabulary.ts';

const pair = await generateKeyPair('RS256');
const stranger = await generateKeyPair('RS256');
const publicKey = { ...(await exportJWK(pair.publicKey)), kid: 'tool-key', alg: 'RS256', use: 'sig' };

interface Known {
  issuer: string;
  clientId: string;
  authorization: string;
  token: string;
  keys: string;
}

export interface SignOptions {
  /** `undefined`: without this claim. */
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
  /** Signed by a key that is not in the tool's key set. */
  byStranger?: boolean;
}

export type TestTool = Awaited<ReturnType<typeof startTool>>;

/** The registration payload of an honest tool at this address. */
export function payloadFor(url: string): Record<string, unknown> & { [toolConfiguration]: Record<string, unknown> } {
  return {
    application_type: 'web',
    response_types: ['id_token'],
    grant_types: ['implicit', 'client_credentials'],
    initiate_login_uri: `${url}/lti/login`,
    redirect_uris: [`${url}/lti/launch`],
    client_name: 'Test tool',
    jwks_uri: `${url}/lti/keys`,
    token_endpoint_auth_method: 'private_key_jwt',
    scope: allScopes.join(' '),
    [toolConfiguration]: {
      domain: new URL(url).host,
      target_link_uri: `${url}/lti/launch`,
      claims: ['iss', 'sub', 'name', 'given_name', 'family_name'],
      messages: [{ type: 'LtiResourceLinkRequest' }, { type: 'LtiDeepLinkingRequest' }],
      custom_parameters: {},
    },
  };
}

function query(req: Request, name: string): string {
  const value = req.query[name];
  return typeof value === 'string' ? value : '';
}

/** Registers as a tool does: reads the configuration, posts the payload. Gives the platform's answer. */
async function register(url: string, req: Request): Promise<{ known: Known | undefined; status: number }> {
  const configuration = (await (await fetch(query(req, 'openid_configuration'))).json()) as Record<string, string>;
  const response = await fetch(configuration['registration_endpoint'] ?? '', {
    method: 'POST',
    headers: { authorization: `Bearer ${query(req, 'registration_token')}`, 'content-type': 'application/json' },
    body: JSON.stringify(payloadFor(url)),
  });
  if (!response.ok) return { known: undefined, status: response.status };
  const registered = (await response.json()) as { client_id: string };
  const known = {
    issuer: configuration['issuer'] ?? '',
    clientId: registered.client_id,
    authorization: configuration['authorization_endpoint'] ?? '',
    token: configuration['token_endpoint'] ?? '',
    keys: configuration['jwks_uri'] ?? '',
  };
  return { known, status: 200 };
}

function authorizationAddress(known: Known, url: string, login: Record<string, string>): string {
  const address = new URL(known.authorization);
  const parameters = {
    scope: 'openid',
    response_type: 'id_token',
    response_mode: 'form_post',
    prompt: 'none',
    client_id: known.clientId,
    redirect_uri: `${url}/lti/launch`,
    login_hint: login['login_hint'] ?? '',
    lti_message_hint: login['lti_message_hint'] ?? '',
    state: randomUUID(),
    nonce: randomUUID(),
  };
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  return address.href;
}

/** A token that does not hold is answered without noise on the console. */
// oxlint-disable-next-line max-params -- Express knows an error handler by its four parameters.
const refused: ErrorRequestHandler = (_error, _req, res, _next) => void res.status(500).send('<p>Refused</p>');

interface State {
  known: Known | undefined;
  launches: JWTPayload[];
  errors: string[];
  registrations: number;
  /** Shows a page of the tool with a link, instead of the redirect to the platform. */
  pausesAtLogin: boolean;
}

/** A small honest LTI tool on a loopback port: logs in, verifies launches, and does for a test what a tool may do. */
export async function startTool() {
  const state: State = { known: undefined, launches: [], errors: [], registrations: 0, pausesAtLogin: false };
  const app = express();
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const known = (): Known => {
    if (!state.known) throw new Error('The test tool is not registered.');
    return state.known;
  };

  app.use(express.urlencoded({ extended: false }));
  app.get('/lti/register', async (req, res) => {
    state.registrations += 1;
    const answer = await register(url, req);
    state.known = answer.known ?? state.known;
    res.status(answer.known ? 200 : 403).send('<p>Registered</p>');
  });
  app.post('/lti/login', (req, res) => {
    const address = authorizationAddress(known(), url, req.body as Record<string, string>);
    if (state.pausesAtLogin)
      res.send(`<html lang="da"><title>T</title><a href="${address.replaceAll('&', '&amp;')}">On</a>`);
    else res.redirect(address);
  });
  app.post('/lti/launch', async (req, res) => {
    const posted = req.body as Record<string, string | undefined>;
    if (posted['error']) {
      state.errors.push(posted['error']);
      res.status(400).send(`<p>${posted['error']}</p>`);
      return;
    }
    const { payload } = await jwtVerify(posted['id_token'] ?? '', createRemoteJWKSet(new URL(known().keys)), {
      issuer: known().issuer,
      audience: known().clientId,
      currentDate: new Date((decodeJwt(posted['id_token'] ?? '').iat ?? 0) * 1000),
    });
    state.launches.push(payload);
    res.send('<!doctype html><html lang="da"><title>Tool</title><main><h1>The test tool</h1></main></html>');
  });
  app.get('/lti/keys', (_req, res) => void res.json({ keys: [publicKey] }));
  app.use(refused);

  /** A JWT of the tool. */
  const sign = (claims: JWTPayload, { header = {}, byStranger = false }: SignOptions = {}): Promise<string> =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'tool-key', ...header })
      .sign(byStranger ? stranger.privateKey : pair.privateKey);

  return {
    url,
    app,
    sign,
    known,
    state,
    launches: state.launches,
    errors: state.errors,
    registrations: () => state.registrations,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function now(): number {
  return Math.floor(Date.now() / 1000);
}

/** The client assertion of a token request. */
export function assertionOf(tool: TestTool, { claims = {}, ...options }: SignOptions = {}): Promise<string> {
  const { clientId, token } = tool.known();
  const right = { iss: clientId, sub: clientId, aud: token, iat: now(), exp: now() + 60, jti: randomUUID() };
  return tool.sign(withoutUndefined({ ...right, ...claims }), options);
}

/** Asks for a token with an assertion; the changes go over the request's own fields. */
export function askToken(tool: TestTool, assertion: string, changes: Record<string, string> = {}): Promise<Response> {
  return fetch(tool.known().token, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
      scope: allScopes.join(' '),
      ...changes,
    }),
  });
}

export async function accessToken(tool: TestTool, scopes: readonly string[] = allScopes): Promise<string> {
  const response = await askToken(tool, await assertionOf(tool), { scope: scopes.join(' ') });
  const answer = (await response.json()) as { access_token: string };
  return answer.access_token;
}

/** The tool's deep linking response to a request it was launched with. */
export function selectionOf(tool: TestTool, items: unknown[], { claims = {}, ...options }: SignOptions = {}) {
  const request = tool.launches.at(-1);
  const settings = request?.[claim.deepLinkingSettings] as { data: string; deep_link_return_url: string };
  const right: JWTPayload = {
    iss: tool.known().clientId,
    aud: tool.known().issuer,
    iat: now(),
    exp: now() + 60,
    nonce: randomUUID(),
    [claim.deployment]: '1',
    [claim.messageType]: 'LtiDeepLinkingResponse',
    [claim.version]: '1.3.0',
    [claim.deepLinkingData]: settings.data,
    [claim.contentItems]: items,
  };
  return { address: settings.deep_link_return_url, jwt: tool.sign(withoutUndefined({ ...right, ...claims }), options) };
}

/** `undefined` in the changes means: without this claim. */
function withoutUndefined(claims: Record<string, unknown>): JWTPayload {
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
}
