import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Networks and hosts outside the public internet that platforms may lie in. */
export interface PrivateNetworks {
  blocks: [ipaddr.IPv4 | ipaddr.IPv6, number][];
  hosts: string[];
}

/** An IP address as it is written by those who mean it; undefined for every other text. */
function addressOf(text: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  return isIP(text) === 0 ? undefined : ipaddr.parse(text);
}

const internet: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/**
 * Whether an IP address is not one of the public internet (IANA's special-purpose registries). IPv4 written as IPv6
 * counts as private: no public host resolves to one, and each such form is a way round a filter. So does no address at all.
 */
export function isPrivateAddress(text: string): boolean {
  const address = addressOf(text);
  if (!address || address.range() !== 'unicast') return true;
  return address instanceof ipaddr.IPv6 && !address.match(internet);
}

/** Ranges that a name inside a network may mean. Others, such as 169.254.0.0/16 with a cloud's own keys, are no platform's. */
const inside = new Set(['private', 'loopback', 'uniqueLocal', 'carrierGradeNat']);

/** Whether an address that is not public may be connected to, asked for by this host name. */
export function isAdmitted(
  { blocks, hosts }: PrivateNetworks,
  { address: text, host }: { address: string; host: string },
) {
  const address = addressOf(text);
  if (!address) return false;
  if (hosts.includes(host.toLowerCase()) && inside.has(address.range())) return true;
  return blocks.some(([network, bits]) => network.kind() === address.kind() && address.match(network, bits));
}

const hostName = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/;
/** A wider block would let in more than any one network: `0.0.0.0/0` is every machine there is. */
const WIDEST = { ipv4: 8, ipv6: 7 };

/**
 * Reads blocks such as `10.20.0.0/16`, single addresses and host names, separated by commas.
 * @throws {RangeError} whose message is the part that is none of these.
 */
export function parseNetworks(text: string): PrivateNetworks {
  const networks: PrivateNetworks = { blocks: [], hosts: [] };
  for (const part of text.split(',').map((one) => one.trim().toLowerCase())) {
    const block = blockOf(part);
    if (block) networks.blocks.push(block);
    else if (hostName.test(part) && !/^[\d.]+$/.test(part)) networks.hosts.push(part);
    else throw new RangeError(part);
  }
  return networks;
}

function blockOf(part: string): [ipaddr.IPv4 | ipaddr.IPv6, number] | undefined {
  const [network = '', bits, more] = part.split('/');
  const address = addressOf(network);
  if (!address || more !== undefined) return undefined;
  const most = address.kind() === 'ipv4' ? 32 : 128;
  if (bits === undefined) return [address, most];
  const isWhole = /^\d{1,3}$/.test(bits) && Number(bits) <= most && Number(bits) >= WIDEST[address.kind()];
  return isWhole ? [address, Number(bits)] : undefined;
}
