import { expect } from 'chai';
import fc from 'fast-check';
import type { JWTPayload } from 'jose';
import { claim } from '../../../src/sandbox/vocabulary.ts';
import { anyAddress, anyText } from '../../support/anyText.ts';
import type { Visit } from '../../support/platform/webClient.ts';
import { attempt, letsIn, world } from '../support/attempt.ts';

const odd = fc.constantFrom<unknown>(
  ...['', ' ', '$x', '\ud800', '\0', '__proto__', 'javascript:alert(1)', '🌱'.repeat(200), 'x'.repeat(300)],
  ...[null, true, 0, -1, 1e308, [], {}, [[]], { $gt: '' }],
);
const anything = fc.oneof(odd, fc.jsonValue(), anyText());

/** Claims without which, or with any other value of which, nobody is let in. */
const binding = ['iss', 'aud', 'nonce', claim.version, claim.messageType, claim.target, claim.deployment];
const others = [
  ...['sub', 'exp', 'iat', 'nbf', 'azp', 'name', 'given_name', 'family_name', 'locale', 'email'],
  ...[claim.roles, claim.context, claim.resourceLink, claim.custom, claim.presentation, claim.grades, claim.names],
];

/** A page, one of ours: never a fault, never JSON. */
function expectPage({ status, headers }: Visit): void {
  expect(status).to.be.within(200, 499);
  if (status >= 400) expect(headers.get('content-type')).to.equal('text/html; charset=utf-8');
}

describe('whatever comes', function () {
  this.timeout(120_000);
  const current = world();

  it('as one of the claims that bind a launch, it lets no one in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...binding), anything, async (name, value) => {
        const answer = await attempt(current(), { claims: (claims) => ({ ...claims, [name]: value }) });
        expectPage(answer);
        expect(answer.status).to.be.within(400, 499);
        expect(letsIn(answer)).to.equal(false);
      }),
      { numRuns: 80 },
    );
  });

  it('as any other claims, it is welcomed or refused with a page', async () => {
    const changes = fc.dictionary(fc.constantFrom(...others), anything, { minKeys: 1, maxKeys: 3 });
    await fc.assert(
      fc.asyncProperty(changes, async (changed) => {
        const answer = await attempt(current(), { claims: (claims): JWTPayload => ({ ...claims, ...changed }) });
        expectPage(answer);
        expect(letsIn(answer)).to.equal(answer.status === 303);
      }),
      { numRuns: 80 },
    );
  });

  /** What chance found once stays looked for. */
  const found: [string, Record<string, unknown>][] = [
    [claim.context, { id: '\0' }],
    [claim.context, { id: '\ud800' }],
    [claim.custom, { context_history: 'a\0b,c' }],
    [claim.custom, { activity: '\0' }],
  ];
  const foundInLogins: [Record<string, string>, Record<string, string>, boolean][] = [
    [{ iss: '\0', client_id: '' }, {}, false],
    [{ client_id: 'a\0b', lti_deployment_id: '\0' }, {}, true],
  ];

  it('as members of claims, it is welcomed or refused with a page', async () => {
    const objects = [claim.context, claim.resourceLink, claim.custom, claim.presentation, claim.grades, claim.names];
    const members = fc.constantFrom(
      ...['id', 'title', 'label', 'activity', 'context_history', 'locale', 'return_url', 'document_target'],
      ...['scope', 'lineitem', 'lineitems', 'context_memberships_url', '__proto__', 'constructor'],
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...objects), fc.dictionary(members, anything), async (name, changed) => {
        const claims = (given: JWTPayload): JWTPayload => ({
          ...given,
          [name]: { ...(given[name] as object), ...changed },
        });
        const answer = await attempt(current(), { claims });
        expectPage(answer);
        expect(letsIn(answer)).to.equal(answer.status === 303);
      }),
      { numRuns: 80, examples: found },
    );
  });

  it('as a login, it leads to the platform or to a page, and never to a session', async () => {
    const { app, platform } = current();
    const registration = await platform.registration();
    const right = {
      iss: platform.issuer,
      client_id: registration?.clientId ?? '',
      login_hint: '4',
      lti_message_hint: '{"cmid":1}',
      target_link_uri: `${app.url}/lti/launch`,
      lti_storage_target: '_parent',
    };
    const text = fc.oneof(anyText({ maxLength: 3000 }), anyAddress(), odd.map(String));
    const changes = fc.dictionary(fc.constantFrom(...Object.keys(right)), text);
    const headers = fc.constantFrom<Record<string, string>>({}, { 'sec-fetch-dest': 'iframe' });
    await fc.assert(
      fc.asyncProperty(changes, headers, fc.boolean(), async (changed, sent, byForm) => {
        const fields = new URLSearchParams({ ...right, ...changed });
        const response = byForm
          ? await fetch(`${app.url}/lti/login`, { method: 'POST', body: fields, headers: sent, redirect: 'manual' })
          : await fetch(`${app.url}/lti/login?${fields.toString()}`, { headers: sent, redirect: 'manual' });
        expect(response.status).to.be.within(200, 499);
        const { headers: answered } = response;
        expect(answered.getSetCookie().some((line) => line.startsWith('rum='))).to.equal(false);
        const location = answered.get('location');
        if (location !== null) expect(location).to.match(new RegExp(`^(${platform.issuer}/auth\\?|/lti/login\\?)`));
        else expect(answered.get('content-type')).to.equal('text/html; charset=utf-8');
      }),
      { numRuns: 150, examples: foundInLogins },
    );
  });

  it('as the form of a launch, it lets no one in', async () => {
    const names = fc.constantFrom('id_token', 'state', 'error', 'lti_secret', 'lti_ticket', 'ltik', '__proto__');
    const text = fc.oneof(anyText({ maxLength: 2000 }), fc.constantFrom('a.b.c', 'e30.e30.e30', ''));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(names, text), { maxLength: 5 }), async (fields) => {
        const url = `${current().app.url}/lti/launch`;
        const headers = { origin: current().app.url };
        const response = await fetch(url, {
          method: 'POST',
          body: new URLSearchParams(fields),
          headers,
          redirect: 'manual',
        });
        expect(response.status).to.be.within(400, 499);
        expect(letsIn({ headers: response.headers })).to.equal(false);
      }),
      { numRuns: 150 },
    );
  });
});
