import { z } from 'zod';
import { toolConfiguration } from '../vocabulary.ts';

const address = z.url({ protocol: /^https?$/ });

const message = z.object({
  type: z.enum(['LtiResourceLinkRequest', 'LtiDeepLinkingRequest']),
  target_link_uri: address.optional(),
  label: z.string().optional(),
});

const configuration = z.object({
  domain: z.string().min(1),
  target_link_uri: address,
  claims: z.array(z.string()),
  messages: z.array(message),
  custom_parameters: z.record(z.string(), z.string()).optional(),
  description: z.string().optional(),
});

/**
 * What a tool sends to register (Dynamic Registration 1.0, 3.2). Members that the platform does not know are ignored.
 */
export const registrationPayload = z
  .object({
    application_type: z.literal('web'),
    response_types: z.array(z.string()).refine((types) => types.includes('id_token'), 'must include id_token'),
    grant_types: z
      .array(z.string())
      .refine(
        (types) => types.includes('implicit') && types.includes('client_credentials'),
        'must include implicit and client_credentials',
      ),
    initiate_login_uri: address,
    redirect_uris: z.array(address).min(1),
    client_name: z.string().min(1),
    jwks_uri: address,
    token_endpoint_auth_method: z.literal('private_key_jwt'),
    logo_uri: address.optional(),
    scope: z.string().default(''),
    [toolConfiguration]: configuration,
  })
  .superRefine((payload, check) => {
    const { domain, target_link_uri: target } = payload[toolConfiguration];
    const { host, hostname } = URL.parse(target) ?? { host: '', hostname: '' };
    // The specification says domain; tools include their port if they have one.
    if (domain !== host && domain !== hostname && !hostname.endsWith(`.${domain}`)) {
      check.addIssue({
        code: 'custom',
        message: 'target_link_uri must lie in it',
        path: [toolConfiguration, 'domain'],
      });
    }
  });

export type RegistrationPayload = z.infer<typeof registrationPayload>;
