import { ownOrigins } from '../platforms/frames.ts';
import type { PlatformFacts } from '../platforms/record.ts';
import { type PlatformConfiguration, productOf, type Registered } from './configuration.ts';

/** Platforms whose pages have other addresses than their shared issuer. */
const frames: Record<string, string> = { 'https://canvas.instructure.com': 'https://*.instructure.com' };

function originsOf({ issuer, authorization_endpoint }: PlatformConfiguration): string[] {
  const elsewhere = frames[issuer];
  const own = ownOrigins({ issuer, authEndpoint: authorization_endpoint });
  return elsewhere === undefined ? own : [...own, elsewhere];
}

/**
 * What we store about a platform that has registered us.
 * @param asked the scopes we asked for, used if a platform does not say which it granted
 */
export function toFacts(configuration: PlatformConfiguration, registered: Registered, asked: string): PlatformFacts {
  const { issuer, authorization_endpoint, token_endpoint, jwks_uri, authorization_server } = configuration;
  const deployment = registered['https://purl.imsglobal.org/spec/lti-tool-configuration']?.deployment_id;
  return {
    issuer,
    clientId: registered.client_id,
    name: `${productOf(configuration)} ${new URL(issuer).host}`,
    authEndpoint: authorization_endpoint,
    tokenEndpoint: token_endpoint,
    tokenAudience: authorization_server ?? token_endpoint,
    jwksUri: jwks_uri,
    scopes: (registered.scope ?? asked).split(' ').filter((scope) => scope.startsWith('https://purl.imsglobal.org/')),
    deployments: deployment == null ? [] : [String(deployment)],
    deploymentRule: deployment == null ? 'first' : 'listed',
    origins: originsOf(configuration),
  };
}
