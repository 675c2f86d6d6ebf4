import { setTimeout as wait } from 'node:timers/promises';
import type { Core } from '../core.ts';
import { newClientId } from './registrations.ts';

/** The tool answered, but did not register; trying again would not help. */
export class NotRegistered extends Error {
  constructor(reason: string) {
    super(`The tool did not register with the sandbox: ${reason}`);
    this.name = 'NotRegistered';
  }
}

export interface RegisterOptions {
  /** Ends the attempts; the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
  /** For tests. */
  pause?: (milliseconds: number) => Promise<unknown>;
  /** How often to try while the tool is not running; with the growing pauses, the default is about two minutes. */
  attempts?: number;
}

/** The address that an administrator's browser opens to register the tool: its token allows one registration. */
export async function registrationAddress(core: Core): Promise<string> {
  const known = await core.registrations.current();
  const same = known?.issuer === core.addresses.issuer && known.toolUrl === core.toolUrl;
  const token = await core.registrationTokens.issue({ clientId: same ? known.clientId : newClientId() });
  const address = new URL(`${core.toolUrl}/lti/register`);
  address.searchParams.set('openid_configuration', core.addresses.configuration);
  address.searchParams.set('registration_token', token);
  return address.href;
}

export async function isRegistered(core: Core): Promise<boolean> {
  const known = await core.registrations.current();
  return known?.issuer === core.addresses.issuer && known.toolUrl === core.toolUrl;
}

type Attempt = { kind: 'answered'; status: number; text: string } | { kind: 'unreachable' };

async function attempt(address: string, signal: AbortSignal | undefined): Promise<Attempt> {
  try {
    const timeout = AbortSignal.timeout(15_000);
    const response = await fetch(address, {
      headers: { accept: 'text/html' },
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    return { kind: 'answered', status: response.status, text: await response.text() };
  } catch {
    signal?.throwIfAborted();
    return { kind: 'unreachable' };
  }
}

function notYet(answer: Attempt): boolean {
  return answer.kind === 'unreachable' || answer.status === 404 || answer.status === 429 || answer.status >= 500;
}

/**
 * Registers the tool by dynamic registration, as an administrator's browser would. Does nothing if it is already
 * registered for this issuer and tool address. Tries again while the tool is not running.
 * @throws {NotRegistered} if the tool refuses, or never starts
 */
export async function registerWithTool(core: Core, options: RegisterOptions = {}): Promise<void> {
  const pause = options.pause ?? ((milliseconds) => wait(milliseconds, undefined, { signal: options.signal }));
  const attempts = options.attempts ?? 30;
  for (let tried = 0; tried < attempts; tried += 1) {
    options.signal?.throwIfAborted();
    if (await isRegistered(core)) return;
    const answer = await attempt(await registrationAddress(core), options.signal);
    if (await isRegistered(core)) return;
    if (answer.kind === 'answered' && !notYet(answer)) {
      throw new NotRegistered(`it answered ${answer.status}: ${answer.text.slice(0, 200)}`);
    }
    if (tried + 1 < attempts) await pause(Math.min(250 * 2 ** tried, 5_000));
  }
  throw new NotRegistered(`it could not be reached at ${core.toolUrl} in ${attempts} attempts`);
}
