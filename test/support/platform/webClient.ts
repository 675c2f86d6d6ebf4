import { parseSetCookie, stringifyCookie } from 'cookie';
import { load } from 'cheerio';

/** A single answer, without following redirects. */
export interface Visit {
  url: string;
  status: number;
  headers: Headers;
  html: string;
}

export interface Form {
  action: string;
  method: string;
  fields: Record<string, string>;
}

/**
 * A browser without a screen: it keeps cookies by host and path, and follows redirects and sends forms only when told
 * to.
 */
export interface WebClient {
  get(url: string, headers?: Record<string, string>): Promise<Visit>;
  /** Pairs, if a field is sent more than once. */
  post(
    url: string,
    fields: Record<string, string> | [string, string][],
    headers?: Record<string, string>,
  ): Promise<Visit>;
  /** Follows redirects until an answer is not one. */
  follow(visit: Visit): Promise<Visit>;
  /** Sends the first form of a page, with some fields changed or added. */
  submit(visit: Visit, changes?: Record<string, string>): Promise<Visit>;
  /** The cookies that would be sent to this address, name to value. */
  cookiesFor(url: string): Record<string, string>;
  setCookie(url: string, cookie: { name: string; value: string; path?: string }): void;
  clearCookies(): void;
}

interface Cookie {
  host: string;
  path: string;
  name: string;
  value: string;
}

/** The first form in a page's main part (in the whole page if there is none), or the form that a selector names. */
export function formOf(visit: Visit, selector?: string): Form {
  const $ = load(visit.html);
  const form = $(selector ?? ($('main form').length > 0 ? 'main form' : 'form')).first();
  if (form.length === 0) throw new Error(`No form on ${visit.url} (${visit.status}): ${visit.html.slice(0, 300)}`);
  const fields: Record<string, string> = {};
  form.find('input[name], textarea[name]').each((_index, input) => {
    const field = $(input);
    const isChoice = ['radio', 'checkbox'].includes(field.attr('type') ?? '');
    if (!isChoice || field.is('[checked]')) fields[field.attr('name') ?? ''] = String(field.val() ?? '');
  });
  return {
    action: new URL(form.attr('action') ?? '', visit.url).href,
    method: (form.attr('method') ?? 'get').toLowerCase(),
    fields,
  };
}

function jar() {
  let cookies: Cookie[] = [];
  const put = (cookie: Cookie) => {
    cookies = cookies.filter(
      (each) => each.host !== cookie.host || each.path !== cookie.path || each.name !== cookie.name,
    );
    if (cookie.value !== '') cookies.push(cookie);
  };
  const goesTo = (cookie: Cookie, { hostname, pathname }: URL) => {
    const folder = cookie.path.endsWith('/') ? cookie.path : `${cookie.path}/`;
    return cookie.host === hostname && (pathname === cookie.path || `${pathname}/`.startsWith(folder));
  };
  return {
    put,
    clear: () => void (cookies = []),
    /** The longest path wins, as in a browser. */
    for: (url: URL): Record<string, string> =>
      Object.fromEntries(
        cookies
          .filter((cookie) => goesTo(cookie, url))
          .toSorted((one, other) => one.path.length - other.path.length)
          .map(({ name, value }) => [name, value]),
      ),
    keep: (url: URL, headers: Headers) => {
      for (const line of headers.getSetCookie()) {
        const { name, value = '', path = '/', maxAge } = parseSetCookie(line);
        put({ host: url.hostname, path, name, value: maxAge === 0 ? '' : value });
      }
    },
  };
}

/** A browser that a one-time link has let in: it opens the link, and presses the button there. */
export async function enteredBy(link: string): Promise<WebClient> {
  const client = createWebClient();
  await client.follow(await client.submit(await client.get(link)));
  return client;
}

export function createWebClient(): WebClient {
  const cookies = jar();
  const ask = async (address: string, request: RequestInit): Promise<Visit> => {
    const url = new URL(address);
    const sent = cookies.for(url);
    const headers = new Headers(request.headers);
    if (Object.keys(sent).length > 0) headers.set('cookie', stringifyCookie(sent));
    if (!headers.has('accept')) headers.set('accept', 'text/html');
    // Browsers have pages compressed; here it would only cost time at both ends.
    if (!headers.has('accept-encoding')) headers.set('accept-encoding', 'identity');
    const response = await fetch(url, { ...request, headers, redirect: 'manual' });
    cookies.keep(url, response.headers);
    return { url: url.href, status: response.status, headers: response.headers, html: await response.text() };
  };
  const get: WebClient['get'] = (url, headers = {}) => ask(url, { headers });
  const post: WebClient['post'] = (url, fields, headers = {}) =>
    ask(url, { method: 'POST', body: new URLSearchParams(fields), headers });
  const follow = async (visit: Visit): Promise<Visit> => {
    const location = visit.headers.get('location');
    return visit.status >= 300 && visit.status < 400 && location
      ? follow(await get(new URL(location, visit.url).href))
      : visit;
  };
  return {
    get,
    post,
    follow,
    submit: (visit, changes = {}) => {
      const form = formOf(visit);
      // Every browser says with a form which page sent it.
      return post(form.action, { ...form.fields, ...changes }, { origin: new URL(visit.url).origin });
    },
    cookiesFor: (url) => cookies.for(new URL(url)),
    setCookie: (url, { name, value, path = '/' }) => cookies.put({ host: new URL(url).hostname, path, name, value }),
    clearCookies: cookies.clear,
  };
}
