import { randomInt } from 'node:crypto';
import type { Collection, Store } from '../../store/port.ts';
import { allScopes, toolConfiguration } from '../vocabulary.ts';
import type { RegistrationPayload } from './payload.ts';

/** The tool as the platform knows it. */
export interface Registration {
  clientId: string;
  /** The issuer and tool address it was made for; if either differs, another registration is needed. */
  issuer: string;
  toolUrl: string;
  registeredAt: number;
  name: string;
  loginUrl: string;
  redirectUris: string[];
  keySetUrl: string;
  targetUrl: string;
  deepLinkingUrl: string;
  scopes: string[];
  claims: string[];
  custom: Record<string, string>;
}

export interface Registrations {
  current(): Promise<Registration | undefined>;
  save(registration: Registration): Promise<void>;
  remove(): Promise<void>;
}

const only = 'tool';

/**
 * The sandbox knows a single tool. A registration is read at every request, so a change made elsewhere works at once.
 */
export async function openRegistrations(store: Store): Promise<Registrations> {
  const registrations: Collection<Registration, 'clientId'> = await store.collection<Registration, 'clientId'>({
    name: 'sandbox_registration',
    indexes: [['clientId']],
    encrypted: [],
  });
  return {
    current: async () => (await registrations.get(only))?.doc,
    save: async (registration) => {
      const stored = await registrations.get(only);
      if (stored) await registrations.replace(only, stored.version, registration);
      else await registrations.insert(only, registration);
    },
    remove: async () => {
      await registrations.delete(only);
    },
  };
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** 15 letters and digits, as in Moodle. */
export function newClientId(): string {
  return Array.from({ length: 15 }, () => letters.charAt(randomInt(letters.length))).join('');
}

export function registrationOf(
  payload: RegistrationPayload,
  made: Pick<Registration, 'clientId' | 'issuer' | 'toolUrl' | 'registeredAt'>,
): Registration {
  const configuration = payload[toolConfiguration];
  const deepLinking = configuration.messages.find((message) => message.type === 'LtiDeepLinkingRequest');
  return {
    ...made,
    name: payload.client_name,
    loginUrl: payload.initiate_login_uri,
    redirectUris: payload.redirect_uris,
    keySetUrl: payload.jwks_uri,
    targetUrl: configuration.target_link_uri,
    deepLinkingUrl: deepLinking?.target_link_uri ?? configuration.target_link_uri,
    scopes: payload.scope.split(' ').filter((name) => allScopes.includes(name)),
    claims: configuration.claims,
    custom: configuration.custom_parameters ?? {},
  };
}
