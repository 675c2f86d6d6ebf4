import { load, type CheerioAPI } from 'cheerio';
import { answersAlike } from '../../support/answersAlike.ts';
import { wayOn } from '../../support/wayOn.ts';

export interface Seen {
  status: number;
  path: string;
  $: CheerioAPI;
  h1: string;
  /** What the page says, on one line. */
  words: string;
  headers: Headers;
}

/** A browser without scripts that keeps cookies each below its own path, and follows redirects. */
export function visitor(origin: string, first: { cookie?: string; path?: string } = {}) {
  const jar = new Map<string, { value: string; path: string }>();
  const keep = (line: string) => {
    const [pair = '', ...attributes] = line.split('; ');
    const path = attributes.find((one) => one.startsWith('Path='))?.slice('Path='.length) ?? '/';
    jar.set(pair.slice(0, pair.indexOf('=')), { value: pair.slice(pair.indexOf('=') + 1), path });
  };
  if (first.cookie) keep(`${first.cookie}; Path=${first.path ?? '/'}`);

  const ask = async (path: string, init: RequestInit = {}) => {
    const sent = [...jar].filter(([, { path: below }]) => path.startsWith(below));
    const cookie = sent.map(([name, { value }]) => `${name}=${value}`).join('; ');
    // Browsers have pages compressed; here it would only cost time at both ends.
    const headers = { cookie, 'accept-encoding': 'identity' };
    const response = await fetch(origin + path, { ...init, redirect: 'manual', headers });
    response.headers.getSetCookie().forEach(keep);
    return response;
  };
  const open = async (path: string, init: RequestInit = {}): Promise<Seen> => {
    const response = await ask(path, init);
    const location = response.headers.get('location');
    if (location) return open(new URL(location, origin + path).href.slice(origin.length));
    const $ = load(await response.text());
    return {
      ...{ status: response.status, path, $, h1: $('h1').text(), headers: response.headers },
      // Of most pages nobody reads all that they say.
      get words() {
        return $('main').text().replace(/\s+/g, ' ').trim();
      },
    };
  };
  /** Sends the form whose address matches, as it is shown, changed by `fill`. */
  const press = (page: Seen, fill: Record<string, string | string[]> = {}, action = /./) => {
    const form = page
      .$('main form')
      .toArray()
      .map((element) => page.$(element))
      .find((one) => action.test(one.attr('action') ?? ''));
    if (!form) throw new Error(`No such form on ${page.path} (${page.status}): ${page.h1}`);
    const body = new URLSearchParams();
    for (const { name, value } of form.serializeArray()) if (!(name in fill)) body.append(name, value);
    for (const [name, values] of Object.entries(fill)) for (const value of [values].flat()) body.append(name, value);
    return open(form.attr('action') ?? '', { method: 'POST', body });
  };
  /** Answers every question of a step alike, and presses a button. */
  const answer = (page: Seen, { value, intent }: { value: string; intent: string }) =>
    press(page, { ...answersAlike(page.$, () => value), intent }, /\/trin\//);
  return { open, press, answer, cookies: jar };
}

export type Visitor = ReturnType<typeof visitor>;

/** Goes through a survey from its first step to the receipt. */
export async function answerSurvey(who: Visitor, address: string, value = '4'): Promise<Seen> {
  let page = await who.answer(await who.open(address), { value: 'ja', intent: 'next' });
  while (page.$(wayOn).length > 0) page = await who.answer(page, { value, intent: 'next' });
  return who.answer(page, { value, intent: 'send' });
}
