import type { Handler } from '../refusalPage.ts';
import { fieldOf } from '../fields.ts';
import type { LtiOptions } from '../options.ts';
import type { SecretTokens } from '../platforms/secretTokens.ts';
import type { Platforms } from '../platforms/platforms.ts';
import type { PlatformFacts } from '../platforms/record.ts';
import type { PublicFetch } from '../publicFetch.ts';
import { Refusal } from '../refusal.ts';
import { fetchConfiguration, type PlatformConfiguration, type Registered, sendRegistration } from './configuration.ts';
import { showDone } from './donePage.ts';
import { forPlatform, readOwnRegistration } from './ownRegistration.ts';

interface Needs extends Pick<LtiOptions, 'toolUrl' | 'registration' | 'allowPrivatePlatforms' | 'render'> {
  platforms: Platforms;
  invitations: SecretTokens;
  fetch: PublicFetch;
  /** A platform was added or let in. */
  changed: () => void;
}

const toFacts = (configuration: PlatformConfiguration, registered: Registered, asked: string): PlatformFacts => {
  const { issuer, authorization_endpoint, token_endpoint, jwks_uri, authorization_server } = configuration;
  const product = configuration['https://purl.imsglobal.org/spec/lti-platform-configuration']?.product_family_code;
  const deployment = registered['https://purl.imsglobal.org/spec/lti-tool-configuration']?.deployment_id;
  return {
    issuer,
    clientId: registered.client_id,
    name: `${product ?? 'LMS'} ${new URL(issuer).host}`,
    authEndpoint: authorization_endpoint,
    tokenEndpoint: token_endpoint,
    tokenAudience: authorization_server ?? token_endpoint,
    jwksUri: jwks_uri,
    scopes: (registered.scope ?? asked).split(' ').filter((scope) => scope.startsWith('https://purl.imsglobal.org/')),
    deployments: deployment == null ? [] : [String(deployment)],
    deploymentRule: deployment == null ? 'first' : 'listed',
    origins: [...new Set([issuer, authorization_endpoint].map((url) => new URL(url).origin))],
  };
};

/** What the mode demands before anything is fetched. Gives a way to hand the invitation back. */
const admit = async ({ registration, invitations }: Needs, invite: string): Promise<() => Promise<void>> => {
  if (registration === 'closed') throw new Refusal('registration-closed');
  if (registration !== 'invite') return () => Promise.resolve();
  const taken = await invitations.take(invite);
  if (!taken) throw new Refusal('registration-invite');
  return () => taken.giveBack();
};

/**
 * Dynamic registration (LTI Dynamic Registration 1.0), in place of ltijs's, which fetches any address it is given,
 * without limits, and blocks the event loop to make a key.
 *
 * A platform that is known already stays as it is, whatever it now says of itself. (Moodle's "update" posts our
 * registration to Moodle again, which is all that is wanted, and gives the same client.)
 */
export const createRegister = (needs: Needs): Handler => {
  const own = readOwnRegistration(needs.toolUrl);
  const { fetch, platforms, allowPrivatePlatforms: allowPrivate } = needs;

  const register = async (address: string, token: string): Promise<'active' | 'waiting' | 'known'> => {
    const configuration = await fetchConfiguration({ address, fetch, allowPrivate });
    const body = forPlatform(own, configuration.scopes_supported);
    const registered = await sendRegistration({ endpoint: configuration.registration_endpoint, token, body, fetch });
    const status = needs.registration === 'approve' ? 'waiting' : 'active';
    const { known } = await platforms.add(toFacts(configuration, registered, body.scope), status);
    needs.changed();
    return known ? 'known' : status;
  };

  return async (request, response) => {
    if (request.method !== 'GET') throw new Refusal('not-found', { reason: 'method' });
    const address = fieldOf(request.query, 'openid_configuration');
    const giveBack = await admit(needs, fieldOf(request.query, 'invite'));
    try {
      const ending = await register(address.slice(0, 4096), fieldOf(request.query, 'registration_token'));
      await showDone({ request, response, render: needs.render }, ending);
    } catch (error) {
      await giveBack();
      throw error;
    }
  };
};
