import { createHmac, createPublicKey } from 'node:crypto';
import { expect } from 'chai';
import type { JWK } from 'jose';
import { makeSigningKey, type SigningKey } from '../support/lms.ts';
import { attempt, expectRefused, letsIn, reheaded, repaid, type World, world, type Wrong } from '../support/attempt.ts';

function cut(token: string, part: number): string {
  return token
    .split('.')
    .filter((_text, index) => index !== part)
    .join('.');
}

async function publishedKey({ platform }: World): Promise<JWK> {
  const response = await fetch(`${platform.issuer}/keys`);
  const { keys } = (await response.json()) as { keys: JWK[] };
  return keys[0]!;
}

/** Signed as HMAC with the platform's public key for a secret: the classic confusion of algorithms. */
function hmacWithPublicKey(jwk: JWK, form: 'pem' | 'jwk') {
  return (token: string): string => {
    const pem = createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
    const signed = reheaded({ alg: 'HS256' }, '')(token).slice(0, -1);
    const secret = form === 'pem' ? pem : JSON.stringify(jwk);
    return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
  };
}

describe('a token is refused', () => {
  const current = world();
  let stranger: SigningKey;
  let jwk: JWK;
  before(async () => {
    stranger = await makeSigningKey();
    jwk = await publishedKey(current());
  });

  it('not when it is right', async () => expect(letsIn(await attempt(current()))).to.equal(true));

  const unreadable: Record<string, (token: string) => string> = {
    'is missing': () => '',
    'is no token': () => 'abc',
    'is three letters with dots': () => 'a.b.c',
    'lacks its signature part': (token) => cut(token, 2),
    'has a fourth part': (token) => `${token}.x`,
    'has five parts, as an encrypted one': (token) => `${token}.x.y`,
    'holds no JSON': (token) => token.replace(/\.[^.]+\./, `.${Buffer.from('{"iss":').toString('base64url')}.`),
    'holds a list': (token) => token.replace(/\.[^.]+\./, `.${Buffer.from('[1]').toString('base64url')}.`),
    'holds null': (token) => token.replace(/\.[^.]+\./, `.${Buffer.from('null').toString('base64url')}.`),
    'is of 95 000 characters': (token) => `${token}${'A'.repeat(95_000 - token.length)}`,
    'has a line break in it': (token) => token.replace('.', '\n.'),
    'is not base64url': (token) => token.replace(/\.[^.]+\./, '.%%%.'),
  };
  for (const [name, token] of Object.entries(unreadable)) {
    it(`that ${name}: token`, async () => expectRefused(await attempt(current(), { token }), 'token'));
  }

  const forged: Record<string, () => Wrong> = {
    'has one letter of its signature changed': () => ({
      token: (token) => token.slice(0, -10) + (token.at(-10) === 'A' ? 'B' : 'A') + token.slice(-9),
    }),
    'has another person put in': () => ({ token: repaid({ sub: '5' }) }),
    'has another role put in': () => ({
      token: repaid({ 'https://purl.imsglobal.org/spec/lti/claim/roles': ['Instructor'] }),
    }),
    'has an empty signature': () => ({ token: (token) => token.replace(/[^.]+$/, 'AA') }),
    'says it is signed by no one (none), without a signature': () => ({ token: reheaded({ alg: 'none' }, 'AA') }),
    'says none, with the old signature': () => ({ token: reheaded({ alg: 'none' }) }),
    'says nOnE': () => ({ token: reheaded({ alg: 'nOnE' }) }),
    'says HS256, under the public key as PEM': () => ({ token: hmacWithPublicKey(jwk, 'pem') }),
    'says HS256, under the public key as JWK': () => ({ token: hmacWithPublicKey(jwk, 'jwk') }),
    'says RS512': () => ({ token: reheaded({ alg: 'RS512' }) }),
    'says PS256': () => ({ token: reheaded({ alg: 'PS256' }) }),
    'says ES256': () => ({ token: reheaded({ alg: 'ES256' }) }),
    'says its algorithm in a list': () => ({ token: reheaded({ alg: ['RS256'] }) }),
    'says no algorithm': () => ({ token: reheaded({ alg: undefined }) }),
    'names no key': () => ({ header: { kid: undefined } }),
    'names its key by a number': () => ({ token: reheaded({ kid: 7 }) }),
    'names an empty key': () => ({ header: { kid: '' } }),
    'names a key of 300 characters': () => ({ header: { kid: 'k'.repeat(300) } }),
    'names __proto__ for its key': () => ({ header: { kid: '__proto__' } }),
    'names a file for its key': () => ({ header: { kid: '../../../../dev/null' } }),
    'is signed by a stranger under the platform’s key id': () => ({ key: stranger }),
    'is signed by a stranger under a key id of its own': () => ({ key: stranger, header: { kid: stranger.kid } }),
    'brings its own key (jwk)': () => ({ key: stranger, header: { jwk: stranger.jwk } }),
    'brings the address of its own keys (jku)': () => ({ key: stranger, header: { jku: 'https://evil.example/keys' } }),
    'brings the address of its own certificate (x5u)': () => ({
      key: stranger,
      header: { x5u: 'https://evil.example/x5u' },
    }),
    'brings a certificate (x5c)': () => ({ key: stranger, header: { x5c: ['MIIB'] } }),
    'has an extension that must be understood (crit)': () => ({ token: reheaded({ crit: ['exp'] }) }),
  };
  for (const [name, wrong] of Object.entries(forged)) {
    it(`that ${name}: signature`, async () => expectRefused(await attempt(current(), wrong()), 'signature'));
  }
});
