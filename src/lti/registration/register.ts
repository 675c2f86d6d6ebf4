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
  /** Called when a platform was added or activated. */
  changed: () => void;
}

/** Anyone may apply (`approve`); this many unanswered applications mean abuse. */
const MOST_WAITING = 50;

/** Checks what the mode demands before anything is fetched. Returns a way to give the invitation back. */
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
 * Dynamic registration (LTI Dynamic Registration 1.0). It replaces ltijs's, which fetches any address it is given,
 * without limits, and blocks the event loop to make a key.
 *
 * A known platform stays as it is, whatever it now says about itself. (Moodle's "update" only needs our registration
 * posted to Moodle again, and gives the same client.) Another client of a known issuer is another platform, with its
 * own keys and rooms.
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
      // If the platform broke off, the administrator must not need a new link.
      await giveBack();
      throw error;
    });
    await showDone({ request, response, render: deps.render }, ending);
  };
}
