import type { Addresses } from '../addresses.ts';
import { allScopes, platformConfiguration } from '../vocabulary.ts';

export const productFamily = 'proeverum';
export const productVersion = '1';

/** What the platform tells a tool that registers (Dynamic Registration 1.0, 2.1). */
export function openIdConfiguration(addresses: Addresses): Record<string, unknown> {
  return {
    issuer: addresses.issuer,
    authorization_endpoint: addresses.authorization,
    token_endpoint: addresses.token,
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['RS256'],
    jwks_uri: addresses.keys,
    registration_endpoint: addresses.registration,
    scopes_supported: ['openid', ...allScopes],
    response_types_supported: ['id_token'],
    response_modes_supported: ['form_post'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    claims_supported: ['sub', 'iss', 'name', 'given_name', 'family_name', 'email'],
    [platformConfiguration]: {
      product_family_code: productFamily,
      version: productVersion,
      messages_supported: [
        { type: 'LtiResourceLinkRequest' },
        { type: 'LtiDeepLinkingRequest', placements: ['ContentArea'] },
      ],
      variables: knownVariables,
    },
  };
}

/** The substitution variables that a launch resolves; others arrive unchanged, as in Moodle. */
const knownVariables: readonly string[] = [
  'User.id',
  'User.username',
  'Person.name.full',
  'Person.name.given',
  'Person.name.family',
  'Person.address.timezone',
  'Membership.role',
  'Context.id',
  'Context.id.history',
  'Context.label',
  'Context.title',
  'ResourceLink.id',
  'ResourceLink.title',
];
