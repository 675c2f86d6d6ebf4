import { BlockList, isIP } from 'node:net';

/** Networks that are not the public internet (IANA special-purpose registries, RFC 6890 and later). */
const networks: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
];

// Two lists: a list takes every IPv4 address to be in `::ffff:0:0/96` as well.
const lists = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [network, bits] of networks) {
  const family = network.includes(':') ? 'ipv6' : 'ipv4';
  lists[family].addSubnet(network, bits, family);
}

/**
 * Whether an IP address is not one of the public internet. IPv4 written as IPv6 counts as private: no public host
 * resolves to one, and each such form is a way round a filter. What is no address at all is refused as well.
 */
export const isPrivateAddress = (address: string): boolean => {
  const family = isIP(address);
  if (family === 0) return true;
  return family === 6 ? lists.ipv6.check(address, 'ipv6') : lists.ipv4.check(address, 'ipv4');
};
