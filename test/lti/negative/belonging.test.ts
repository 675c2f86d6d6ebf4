import { expect } from 'chai';
import { claim } from '../../../src/sandbox/vocabulary.ts';
import { attempt, expectRefused, having, letsIn, without, world, type Wrong } from '../support/attempt.ts';

function change(to: (claims: Record<string, unknown>) => Record<string, unknown>): NonNullable<Wrong['claims']> {
  return (claims) => ({ ...claims, ...to(claims) });
}

const cases: [name: string, claims: NonNullable<Wrong['claims']>, code: string][] = [
  ['without an issuer', without('iss'), 'issuer'],
  ['of another issuer', having({ iss: 'https://other.example' }), 'issuer'],
  ['of the issuer with a slash more', change(({ iss }) => ({ iss: `${String(iss)}/` })), 'issuer'],
  ['of the issuer in capitals', change(({ iss }) => ({ iss: String(iss).toUpperCase() })), 'issuer'],
  ['of issuers in a list', change(({ iss }) => ({ iss: [iss] })), 'issuer'],
  ['of an issuer that is an object', having({ iss: {} }), 'issuer'],
  ['without an audience', without('aud'), 'audience'],
  ['for another client', having({ aud: 'someone-else' }), 'audience'],
  ['for an empty client', having({ aud: '' }), 'audience'],
  ['for no one in a list', having({ aud: [] }), 'audience'],
  ['for us and a stranger', change(({ aud }) => ({ aud: [aud, 'someone-else'] })), 'audience'],
  ['for a stranger and us', change(({ aud }) => ({ aud: ['someone-else', aud] })), 'audience'],
  ['for us and a stranger, azp ours', change(({ aud }) => ({ aud: [aud, 'someone-else'], azp: aud })), 'audience'],
  ['for us in a list in a list', change(({ aud }) => ({ aud: [[aud]] })), 'audience'],
  ['for an object', change(({ aud }) => ({ aud: { client: aud } })), 'audience'],
  ['for a number', having({ aud: 7 }), 'audience'],
  ['with azp a stranger', having({ azp: 'someone-else' }), 'audience'],
  ['with azp empty', having({ azp: '' }), 'audience'],
  ['with azp null', having({ azp: null }), 'audience'],
  ['with azp in a list', change(({ aud }) => ({ azp: [aud] })), 'audience'],
  ['without a nonce', without('nonce'), 'nonce'],
  ['with an empty nonce', having({ nonce: '' }), 'nonce'],
  ['with a nonce we never gave', having({ nonce: 'n'.repeat(32) }), 'nonce'],
  ['with the nonce in a list', change(({ nonce }) => ({ nonce: [nonce] })), 'nonce'],
  ['with a letter more on the nonce', change(({ nonce }) => ({ nonce: `${String(nonce)}x` })), 'nonce'],
  ['with nonce null', having({ nonce: null }), 'nonce'],
  ['without a deployment', without(claim.deployment), 'deployment-unknown'],
  ['of an empty deployment', having({ [claim.deployment]: '' }), 'deployment-unknown'],
  ['of another deployment', having({ [claim.deployment]: '99' }), 'deployment-unknown'],
  ['of a deployment that is no whole number', having({ [claim.deployment]: 1.5 }), 'deployment-unknown'],
  [
    'of deployments in a list',
    change((given) => ({ [claim.deployment]: [given[claim.deployment]] })),
    'deployment-unknown',
  ],
  ['of a deployment of 300 characters', having({ [claim.deployment]: 'd'.repeat(300) }), 'deployment-unknown'],
];

describe('a launch that belongs elsewhere is refused', () => {
  const current = world();
  it('not where the audience is a list of us alone', async () => {
    const claims = change(({ aud }) => ({ aud: [aud], azp: aud }));
    expect(letsIn(await attempt(current(), { claims }))).to.equal(true);
  });
  for (const [name, claims, code] of cases) {
    it(`${name}: ${code}`, async () => expectRefused(await attempt(current(), { claims }), code));
  }
});
