import type { Platform } from '../platforms/record.ts';
import type { Platforms } from '../platforms/platforms.ts';
import { Refusal } from '../refusal.ts';
import type { LoginParameters } from './parameters.ts';

type Asking = Pick<LoginParameters, 'iss' | 'client_id' | 'lti_deployment_id'>;

/**
 * The platform that starts the login. `client_id` is optional at login (LTI 1.3 Core, 4.1.3). Without it, one issuer
 * may serve many schools; the deployment then decides, if exactly one registration lists it.
 * @throws {Refusal} `platform-unknown`, `platform-inactive`
 */
export async function findPlatform(platforms: Platforms, asking: Asking): Promise<Platform> {
  const known = await registrationsOf(platforms, asking);
  if (known.length === 0) throw new Refusal('platform-unknown', { reason: await whyUnknown(platforms, asking) });
  const active = known.filter(({ status }) => status === 'active');
  const [first, ...others] = active;
  if (!first) throw new Refusal('platform-inactive');
  if (others.length === 0) return first;
  const [named, ...more] = active.filter(({ deployments }) => deployments.includes(asking.lti_deployment_id ?? ''));
  if (!named || more.length > 0) throw new Refusal('platform-unknown', { reason: 'several clients and no client_id' });
  return named;
}

async function registrationsOf(platforms: Platforms, { iss, client_id }: Asking): Promise<Platform[]> {
  if (client_id === undefined) return platforms.ofIssuer(iss);
  const found = await platforms.find(iss, client_id);
  return found ? [found] : [];
}

/** The usual cause: the platform was added by hand, and its issuer has a trailing slash too many or too few. */
async function whyUnknown(platforms: Platforms, { iss }: Asking): Promise<string> {
  if ((await platforms.ofIssuer(iss)).length > 0) return 'another client_id of a known issuer';
  const other = issuerOtherwise(iss);
  return (await platforms.ofIssuer(other)).length > 0 ? 'a known issuer but for the slash at its end' : '';
}

/** The issuer with a trailing slash added, or removed if it has one. */
function issuerOtherwise(issuer: string): string {
  return issuer.endsWith('/') ? issuer.slice(0, -1) : `${issuer}/`;
}
