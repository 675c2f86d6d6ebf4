import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Networks and hosts outside the public internet in which platforms may lie. */
export interface PrivateNetworks {
  blocks: [ipaddr.IPv4 | ipaddr.IPv6, number][];
  hosts: string[];
}

/** An IP address in standard notation; undefined for any other text. */
function addressOf(text: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  return isIP(text) === 0 ? undefined : ipaddr.parse(text);
}

const internet: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/**
 * Whether an IP address is not public (IANA's special-purpose registries). IPv4 written as IPv6 counts as private: no
 * public host resolves to such an address, and it can be used to evade a filter. A text that is not an address counts
 * as private too.
 */
export function isPrivateAddress(text: string): boolean {
  const address = addressOf(text);
  if (!address || address.range() !== 'unicast') return true;
  return address instanceof ipaddr.IPv6 && !address.match(internet);
}

/**
 * Ranges that a host name inside a network may resolve to. No platform lies in others, such as 169.254.0.0/16, where
 * clouds keep their credentials.
 */
const inside = new Set(['private', 'loopback', 'uniqueLocal', 'carrierGradeNat']);

/** Whether we may connect to an address that is not public, given the host name that was asked for. */
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
/** The widest block allowed. A wider one would be more than any single network: `0.0.0.0/0` is every machine. */
const WIDEST = { ipv4: 8, ipv6: 7 };

/**
 * Parses blocks such as `10.20.0.0/16`, single addresses and host names, separated by commas.
 * @throws {RangeError} with the invalid part as its message
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
