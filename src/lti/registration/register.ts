import type { Handler } from '../refusalPage.ts';
import { fieldOf } from '../fields.ts';
import type { LtiOptions } from '../options.ts';
import type { SecretTokens } from '../../store/secretTokens.ts';
import type { Platforms } from '../platforms/platforms.ts';
import type { PublicFetch } from '../publicFetch.ts';
import type { Reach } from '../reach.ts';
import { Refusal } from '../refusal.ts';
import { fetchConfiguration, sendRegistration } from './configuration.ts';
import { type Ending, showDone } from './donePage.ts';
import { forPlatform, readOwnRegistration } from './ownRegistration.ts';
import { toFacts } from './toFacts.ts';

interface Deps extends Pick<LtiOptions, 'toolUrl' | 'registration' | 'render' | 'log'> {
  platforms: Platforms;
  invitations: SecretTokens;
  reach: Reach;
  fetch: PublicFetch;
  launchUrl: string;
  /** A platform was added or let in. */
  changed: () => void;
}

/** Anyone may ask to be let in (`approve`); this many unanswered is someone playing. */
const MOST_WAITING = 50;

/** What the mode demands before anything is fetched. Gives a way to hand the invitation back. */
async function admit(deps: Deps, invite: string): Promise<() => Promise<void>> {
  const { registration, invitations, platforms } = deps;
  if (registration === 'closed') throw new Refusal('registration-closed');
  if (registration === 'approve' && (await platforms.countWaiting()) >= MOST_WAITING) {
    throw new Refusal('busy', { reason: 'many platforms wait' });
  }
  if (registration !== 'invite') return () => Promise.resolve();
  const taken = await invitations.take(invite);
  if (!taken) throw new Refusal('registration-invite');
  return () => taken.giveBack();
}

/**
 * Dynamic registration (LTI Dynamic Registration 1.0), in place of ltijs's, which fetches any address it is given,
 * without limits, and blocks the event loop to make a key.
 *
 * A platform that is known already stays as it is, whatever it now says of itself. (Moodle's "update" posts our
 * registration to Moodle again, which is all that is wanted, and gives the same client.) Another client of a known issuer
 * is another platform, with keys and rooms of its own.
 */
export function createRegister(deps: Deps): Handler {
  const own = readOwnRegistration(deps.toolUrl);
  const { fetch, platforms, launchUrl, log, reach } = deps;

  const register = async (address: string, token: string): Promise<Ending> => {
    const configuration = await fetchConfiguration({ address, token, fetch, reach });
    const body = forPlatform(own, configuration);
    const endpoint = configuration.registration_endpoint;
    const registered = await sendRegistration({ endpoint, token, body, launchUrl, fetch });
    const status = deps.registration === 'approve' ? 'waiting' : 'active';
    const { platform, known } = await platforms.add(toFacts(configuration, registered, body.scope), status);
    deps.changed();
    const ending = known ? 'known' : status;
    log.info({ code: 'platform-registered', platform: platform.id, ending }, 'a platform registered');
    return ending;
  };

  return async (request, response) => {
    if (request.method !== 'GET') throw new Refusal('not-found', { reason: 'method' });
    const address = fieldOf(request.query, 'openid_configuration');
    const giveBack = await admit(deps, fieldOf(request.query, 'invite'));
    const token = fieldOf(request.query, 'registration_token');
    const ending = await register(address.slice(0, 4096), token).catch(async (error: unknown) => {
      // What the platform broke off must not cost the administrator a new link.
      await giveBack();
      throw error;
    });
    await showDone({ request, response, render: deps.render }, ending);
  };
}
