import { isIP } from 'node:net';
import { isAdmitted, isPrivateAddress, type PrivateNetworks } from '../domain/networks.ts';

/** Which addresses of platforms we may ask. */
export interface Reach {
  /** http is spoken too, and every address is admitted: for development. */
  anywhere: boolean;
  /** Whether an IP address may be connected to, where this host was asked for. */
  admits(address: string, host: string): boolean;
}

export const anywhere: Reach = { anywhere: true, admits: () => true };

/** https to the public internet, and to the networks and hosts that are named. */
export function publicAnd(networks: PrivateNetworks): Reach {
  return {
    anywhere: false,
    admits: (address, host) => !isPrivateAddress(address) || isAdmitted(networks, { address, host }),
  };
}

/** What the settings allow. */
export function reachOf(given: { allowPrivatePlatforms: boolean; privateNetworks?: PrivateNetworks }): Reach {
  if (given.allowPrivatePlatforms) return anywhere;
  return given.privateNetworks ? publicAnd(given.privateNetworks) : publicOnly;
}

export const publicOnly = publicAnd({ blocks: [], hosts: [] });

/** URLs admit hosts with `;`, `,` and quotes, which mean something in the headers that origins are written into. */
const plainHost = /^([a-z0-9._-]+|\[[0-9a-f:.]+\])$/;

/** Whether an address may be asked at all. What a name resolves to is checked when it is asked. */
export function isAllowedUrl(url: string, reach: Reach): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username, password } = new URL(url);
  if (username !== '' || password !== '' || !plainHost.test(hostname)) return false;
  if (reach.anywhere) return protocol === 'https:' || protocol === 'http:';
  const bare = hostname.replace(/^\[|\]$/g, '');
  return protocol === 'https:' && (isIP(bare) === 0 || reach.admits(bare, bare));
}
