import { claim } from '../../../src/sandbox/vocabulary.ts';
import { attempt, expectRefused, having, within, without, world, type Wrong } from '../support/attempt.ts';

const settings = {
  deep_link_return_url: 'https://lms.example/return',
  accept_types: ['ltiResourceLink'],
  accept_presentation_document_targets: ['iframe'],
};

const cases: [name: string, claims: NonNullable<Wrong['claims']>, code: string][] = [
  ['without a version', without(claim.version), 'version'],
  ['of version 1.1', having({ [claim.version]: 'LTI-1p0' }), 'version'],
  ['of version 1.3', having({ [claim.version]: '1.3' }), 'version'],
  ['of a version that is a number', having({ [claim.version]: 1.3 }), 'version'],
  ['of a version in a list', having({ [claim.version]: ['1.3.0'] }), 'version'],
  ['without a message type', without(claim.messageType), 'message'],
  ['of an unknown message type', having({ [claim.messageType]: 'LtiSubmissionReviewRequest' }), 'message'],
  ['of the message type of an answer', having({ [claim.messageType]: 'LtiDeepLinkingResponse' }), 'message'],
  ['of a message type in small letters', having({ [claim.messageType]: 'ltiresourcelinkrequest' }), 'message'],
  ['of a message type in a list', having({ [claim.messageType]: ['LtiResourceLinkRequest'] }), 'message'],
  ['of an empty message type', having({ [claim.messageType]: '' }), 'message'],
  ['of a selection without its settings', having({ [claim.messageType]: 'LtiDeepLinkingRequest' }), 'claims'],
  [
    'of a selection, for a participant',
    having({ [claim.messageType]: 'LtiDeepLinkingRequest', [claim.deepLinkingSettings]: settings }),
    'choosing',
  ],
  ['without a target', without(claim.target), 'target'],
  ['with an empty target', having({ [claim.target]: '' }), 'target'],
  ['with a target elsewhere', having({ [claim.target]: 'https://evil.example/lti/launch' }), 'target'],
  ['with a target that is a script', having({ [claim.target]: 'javascript:alert(1)' }), 'target'],
  ['with a target without a scheme', having({ [claim.target]: '//evil.example' }), 'target'],
  [
    'with another target of ours',
    (given) => ({ ...given, [claim.target]: `${String(given[claim.target])}/x` }),
    'target',
  ],
  [
    'with a query on the target',
    (given) => ({ ...given, [claim.target]: `${String(given[claim.target])}?a=b` }),
    'target',
  ],
  ['with targets in a list', (given) => ({ ...given, [claim.target]: [given[claim.target]] }), 'target'],
  ['without a resource link', without(claim.resourceLink), 'resource-link'],
  ['with a resource link null', having({ [claim.resourceLink]: null }), 'resource-link'],
  ['with a resource link that is text', having({ [claim.resourceLink]: '17' }), 'resource-link'],
  ['with a resource link without an id', having({ [claim.resourceLink]: { title: 'x' } }), 'resource-link'],
  ['with an empty id of the resource link', within(claim.resourceLink, { id: '' }), 'resource-link'],
  ['with no whole number for the resource link', within(claim.resourceLink, { id: 17.5 }), 'resource-link'],
  ['with an object for the resource link’s id', within(claim.resourceLink, { id: { $ne: '' } }), 'resource-link'],
  ['with a resource link of 256 characters', within(claim.resourceLink, { id: 'x'.repeat(256) }), 'resource-link'],
  ['without a person', without('sub'), 'anonymous'],
  ['with an empty person', having({ sub: '' }), 'anonymous'],
  ['with a person null', having({ sub: null }), 'anonymous'],
  ['with a person that is no whole number', having({ sub: 4.5 }), 'anonymous'],
  ['with a person that is an object', having({ sub: { $gt: '' } }), 'anonymous'],
  ['with persons in a list', having({ sub: ['4'] }), 'anonymous'],
  ['with a person of 256 characters', having({ sub: 'x'.repeat(256) }), 'anonymous'],
];

describe('a launch that asks for what we cannot do is refused', () => {
  const current = world();
  for (const [name, claims, code] of cases) {
    it(`${name}: ${code}`, async () => expectRefused(await attempt(current(), { claims }), code));
  }
});
