/**
 * Whether this is Safari, any browser on iOS, or another browser with their engine; Chromium's user agent contains its
 * name too.
 */
export function isWebKit(agent: string | undefined): boolean {
  return /AppleWebKit/.test(agent ?? '') && !/Chrom(e|ium)|Edg|Android/.test(agent ?? '');
}

/**
 * Whether a cookie set at this address must omit `Secure`, because the browser would silently drop it. Chromium and
 * Firefox keep a secure cookie over http if the connection never leaves the machine; WebKit does not. Never true on
 * https.
 */
export function needsPlainCookies(address: string, agent: string | undefined): boolean {
  if (address.startsWith('https:')) return false;
  return isWebKit(agent) || !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(address).hostname);
}
