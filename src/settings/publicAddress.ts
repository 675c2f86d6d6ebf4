import { isIP } from 'node:net';
import { isPrivateAddress } from '../util/networks.ts';

/**
 * Name endings that are never on the public internet, by standard (RFC 2606, 6761, 6762, 8375, ICANN's `internal`) or
 * by custom.
 */
const inside = /(^|\.)(localhost|local|test|example|invalid|internal|home\.arpa|lan|intranet|corp|home)$/;
const forExamples = /(^|\.)example\.(com|net|org)$/;

/** Whether this address can be reached from the internet: https to a public name or IP address. */
export function isPublicAddress(toolUrl: string): boolean {
  const { protocol, hostname } = new URL(toolUrl);
  const bare = hostname.replace(/^\[|\]$/g, '');
  if (protocol !== 'https:') return false;
  if (isIP(bare) > 0) return !isPrivateAddress(bare);
  return bare.includes('.') && !inside.test(bare) && !forExamples.test(bare);
}
