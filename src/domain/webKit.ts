/** Whether this is Safari, a browser of iOS, or another with their engine: Chromium's name holds its name too. */
export function isWebKit(agent: string | undefined): boolean {
  return /AppleWebKit/.test(agent ?? '') && !/Chrom(e|ium)|Edg|Android/.test(agent ?? '');
}

/**
 * Whether a cookie set at this address must do without `Secure`, or the browser drops it without a word. Chromium and
 * Firefox keep a secure one on http where it never leaves the machine; WebKit does not even there. Never so on https.
 */
export function needsPlainCookies(address: string, agent: string | undefined): boolean {
  const { protocol, hostname } = new URL(address);
  if (protocol === 'https:') return false;
  return isWebKit(agent) || !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
