import type { PlatformFacts } from './platforms/record.ts';

const restarts = new WeakMap<object, string>();

/** Remembers the address at which a request's launch can start again, so that a refusal can offer it; may be empty. */
export function rememberRestart(request: object, address: string): void {
  if (address !== '') restarts.set(request, address);
}

export function restartOfRequest(request: object): string {
  return restarts.get(request) ?? '';
}

const sites = new WeakMap<object, string>();

/**
 * Remembers the site of the platform that a request names, so that a refusal can link back to it. Only a registered
 * platform's own address is offered, and only if people find their courses there: the issuer of a cloud platform is its
 * maker's front page, while people sign in at another host.
 */
export function rememberSite(request: object, { issuer, authEndpoint }: PlatformFacts): void {
  const site = URL.parse(issuer);
  if (site && site.host === URL.parse(authEndpoint)?.host && /^https?:$/.test(site.protocol))
    sites.set(request, site.href);
}

export function siteOfRequest(request: object): string {
  return sites.get(request) ?? '';
}
