import { isIP } from 'node:net';
import { isAdmitted, isPrivateAddress, type PrivateNetworks } from '../util/networks.ts';

/** Which addresses of platforms we may contact. */
export interface Reach {
  /** Allows http and every address: for development. */
  anywhere: boolean;
  /** Whether we may connect to an IP address, given the host name that was asked for. */
  admits(address: string, host: string): boolean;
}

export const anywhere: Reach = { anywhere: true, admits: () => true };

/** https to the public internet, and to the given networks and hosts. */
export function publicAnd(networks: PrivateNetworks): Reach {
  return {
    anywhere: false,
    admits: (address, host) => !isPrivateAddress(address) || isAdmitted(networks, { address, host }),
  };
}

/** The reach that the settings allow. */
export function reachOf(given: { allowPrivatePlatforms: boolean; privateNetworks?: PrivateNetworks }): Reach {
  if (given.allowPrivatePlatforms) return anywhere;
  return given.privateNetworks ? publicAnd(given.privateNetworks) : publicOnly;
}

export const publicOnly = publicAnd({ blocks: [], hosts: [] });

/** URLs allow hosts with `;`, `,` and quotes, which have a meaning in the headers that contain origins. */
const plainHost = /^([a-z0-9._-]+|\[[0-9a-f:.]+\])$/;

/** Whether an address may be requested at all. The IP addresses of its host are checked when it is requested. */
export function isAllowedUrl(url: string, reach: Reach): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username, password } = new URL(url);
  if (username !== '' || password !== '' || !plainHost.test(hostname)) return false;
  if (reach.anywhere) return protocol === 'https:' || protocol === 'http:';
  const bare = hostname.replace(/^\[|\]$/g, '');
  return protocol === 'https:' && (isIP(bare) === 0 || reach.admits(bare, bare));
}
