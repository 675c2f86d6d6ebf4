import { expect } from 'chai';
import { claims, enter, type LaunchChanges, type Payload } from './support/launching.ts';
import { type Lms, makeSigningKey, type SigningKey, startLms } from './support/lms.ts';
import { modelOf, startTool, type Tool } from './support/tool.ts';

const without =
  (name: string) =>
  (payload: Payload): Payload =>
    Object.fromEntries(Object.entries(payload).filter(([key]) => key !== name));

const having =
  (changes: Payload) =>
  (payload: Payload): Payload => ({ ...payload, ...changes });

const now = Math.floor(Date.now() / 1000);
const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
/** The same token with another header, which breaks or drops the signature. */
const reheaded =
  (header: object, signature?: string) =>
  (token: string): string => {
    const [, payload, old] = token.split('.');
    return `${base64(header)}.${payload}.${signature ?? old}`;
  };

describe('a launch is refused for what it says:', () => {
  let lms: Lms;
  let tool: Tool;
  let stranger: SigningKey;
  before(async () => {
    [lms, tool, stranger] = await Promise.all([startLms(), startTool(), makeSigningKey()]);
    await tool.lti.platforms.add(lms.facts);
  });
  after(() => Promise.all([lms.close(), tool.close()]));

  const expectRefused = async (response: Response, code: string): Promise<void> => {
    const html = await response.text();
    expect(modelOf(html)['code']).to.equal(code);
    expect(response.status).to.be.within(400, 499);
    expect(response.headers.get('content-type')).to.equal('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).to.equal('no-store');
    expect(tool.launches).to.have.length(0);
  };

  const cases: [name: string, changes: () => LaunchChanges, code: string][] = [
    ['without a token', () => ({ fields: ({ state }) => ({ state: state! }) }), 'token'],
    ['with a token that is none', () => ({ token: () => 'a.b.c' }), 'token'],
    ['with a token of two parts', () => ({ token: (token) => token.split('.').slice(0, 2).join('.') }), 'token'],
    ['without a state', () => ({ fields: ({ id_token }) => ({ id_token: id_token! }) }), 'state-missing'],
    [
      'with a state we never gave',
      () => ({ fields: (fields) => ({ ...fields, state: 'f'.repeat(50) }) }),
      'state-used',
    ],
    [
      'when the platform answers with an error',
      () => ({ fields: ({ state }) => ({ state: state!, error: 'access_denied' }) }),
      'platform-error',
    ],
    ['with a nonce we never gave', () => ({ payload: having({ nonce: 'never' }) }), 'nonce'],
    ['with an empty nonce', () => ({ payload: having({ nonce: '' }) }), 'nonce'],
    ['without a nonce', () => ({ payload: without('nonce') }), 'nonce'],
    [
      'with a nonce that is a list',
      () => ({ payload: (payload) => ({ ...payload, nonce: [payload['nonce']] }) }),
      'nonce',
    ],
    [
      'with one letter of the signature changed',
      () => ({ token: (token) => token.slice(0, -10) + (token.at(-10) === 'A' ? 'B' : 'A') + token.slice(-9) }),
      'signature',
    ],
    [
      'with its payload changed',
      () => ({
        token: (token) => {
          const [h, p, s] = token.split('.');
          return `${h}.${base64({ ...(JSON.parse(Buffer.from(p!, 'base64url').toString()) as object), sub: 'user-5' })}.${s}`;
        },
      }),
      'signature',
    ],
    ['signed by no one', () => ({ token: reheaded({ alg: 'none', typ: 'JWT' }, '') }), 'signature'],
    ['with alg none and a signature', () => ({ token: reheaded({ alg: 'none', kid: lms.key.kid }) }), 'signature'],
    ['with alg HS256', () => ({ token: reheaded({ alg: 'HS256', kid: lms.key.kid }) }), 'signature'],
    ['with alg RS512 in its header', () => ({ token: reheaded({ alg: 'RS512', kid: lms.key.kid }) }), 'signature'],
    ['without a key id', () => ({ header: { kid: undefined } }), 'signature'],
    ['with a key id that is a number', () => ({ token: reheaded({ alg: 'RS256', kid: 7 }) }), 'signature'],
    ['signed with a stranger’s key under a known id', () => ({ key: { ...stranger, kid: lms.key.kid } }), 'signature'],
    ['signed with a stranger’s key under its own id', () => ({ key: stranger }), 'signature'],
    [
      'with a stranger’s key in its own header',
      () => ({ key: { ...stranger, kid: lms.key.kid }, header: { jwk: stranger.jwk } }),
      'signature',
    ],
    [
      'with a key set address in its own header',
      () => ({ key: stranger, header: { jku: 'https://evil.example/keys', x5u: 'https://evil.example/x' } }),
      'signature',
    ],
    ['that expired two minutes ago', () => ({ payload: having({ iat: now - 180, exp: now - 120 }) }), 'too-slow'],
    ['that expired 65 seconds ago', () => ({ payload: having({ iat: now - 125, exp: now - 65 }) }), 'too-slow'],
    ['without exp', () => ({ payload: without('exp') }), 'too-slow'],
    ['with exp as text', () => ({ payload: having({ exp: String(now + 60) }) }), 'too-slow'],
    ['without iat', () => ({ payload: without('iat') }), 'too-slow'],
    ['with iat in the future', () => ({ payload: having({ iat: now + 3600, exp: now + 7200 }) }), 'too-slow'],
    ['with iat a day old', () => ({ payload: having({ iat: now - 86_400 }) }), 'too-slow'],
    ['with nbf in the future', () => ({ payload: having({ nbf: now + 3600 }) }), 'too-slow'],
    ['for another client', () => ({ payload: having({ aud: 'client-2' }) }), 'audience'],
    ['without an audience', () => ({ payload: without('aud') }), 'audience'],
    ['with no audience in a list', () => ({ payload: having({ aud: [] }) }), 'audience'],
    ['for us and a stranger', () => ({ payload: having({ aud: ['client-1', 'client-2'] }) }), 'audience'],
    [
      'for us and a stranger, with azp ours',
      () => ({ payload: having({ aud: ['client-1', 'client-2'], azp: 'client-1' }) }),
      'audience',
    ],
    ['with azp another client', () => ({ payload: having({ azp: 'client-2' }) }), 'audience'],
    ['from another issuer', () => ({ payload: having({ iss: 'https://other.example' }) }), 'issuer'],
    ['without an issuer', () => ({ payload: without('iss') }), 'issuer'],
    ['without a deployment', () => ({ payload: without(claims.deployment) }), 'deployment-unknown'],
    ['with an empty deployment', () => ({ payload: having({ [claims.deployment]: '' }) }), 'deployment-unknown'],
    [
      'from a deployment other than the login’s',
      () => ({ payload: having({ [claims.deployment]: 'deployment-2' }) }),
      'deployment-unknown',
    ],
    ['without a version', () => ({ payload: without(claims.version) }), 'version'],
    ['with version 1.1', () => ({ payload: having({ [claims.version]: '1.1.0' }) }), 'version'],
    ['without a message type', () => ({ payload: without(claims.messageType) }), 'message'],
    [
      'with an unknown message type',
      () => ({ payload: having({ [claims.messageType]: 'LtiSubmissionReviewRequest' }) }),
      'message',
    ],
    ['without a target', () => ({ payload: without(claims.target) }), 'target'],
    [
      'with a target other than the login’s',
      () => ({ payload: having({ [claims.target]: `${tool.url}/lti/other` }) }),
      'target',
    ],
    [
      'with a target elsewhere',
      () => ({ payload: having({ [claims.target]: 'https://evil.example/lti/launch' }) }),
      'target',
    ],
    ['without a resource link', () => ({ payload: without(claims.resourceLink) }), 'resource-link'],
    [
      'without an id of the resource link',
      () => ({ payload: having({ [claims.resourceLink]: { title: 'x' } }) }),
      'resource-link',
    ],
    ['without a person', () => ({ payload: without('sub') }), 'anonymous'],
    ['with an empty person', () => ({ payload: having({ sub: '' }) }), 'anonymous'],
    ['with a person that is an object', () => ({ payload: having({ sub: { $gt: '' } }) }), 'anonymous'],
    ['with a person of 256 characters', () => ({ payload: having({ sub: 'x'.repeat(256) }) }), 'anonymous'],
    ['without roles', () => ({ payload: without(claims.roles) }), 'claims'],
    ['with roles as text', () => ({ payload: having({ [claims.roles]: 'Instructor' }) }), 'claims'],
    ['with a role that is an object', () => ({ payload: having({ [claims.roles]: [{}] }) }), 'claims'],
    ['with a name that is an object', () => ({ payload: having({ name: { first: 'Kim' } }) }), 'claims'],
    ['with a context that is text', () => ({ payload: having({ [claims.context]: 'course-1' }) }), 'claims'],
    [
      'with a context id that is an object',
      () => ({ payload: having({ [claims.context]: { id: { $ne: '' } } }) }),
      'claims',
    ],
    [
      'with a custom value that is an object',
      () => ({ payload: having({ [claims.custom]: { activity: { $gt: '' } } }) }),
      'claims',
    ],
    [
      'of a content selection without its settings',
      () => ({ payload: having({ [claims.messageType]: 'LtiDeepLinkingRequest' }) }),
      'claims',
    ],
  ];
  for (const [name, changes, code] of cases) {
    it(`${name}: ${code}`, async () => expectRefused(await enter(lms, tool, changes()), code));
  }
});
