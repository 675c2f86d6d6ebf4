import { load } from 'cheerio';
import type { Courses } from '../../../src/content/course.ts';
import type { Launch } from '../../../src/domain/launch.ts';
import { testApp } from '../../support/testApp.ts';
import { courses as threeWeeks } from './course.ts';

/** The whole tool with a course of three weeks, on Saturday 21 November 2026, in the morning. */
export async function roomWorld(courses: Courses = threeWeeks) {
  const app = await testApp({ courses, at: '2026-11-21T09:42:10Z' });
  const { rooms, responses, schedules } = app.deps;
  return {
    ...app,
    rooms,
    responses,
    schedules,
    arrive: async (change: Partial<Launch> = {}) => {
      const { cookie, home, room, person } = await app.arrive(change);
      return { ...visitor(app.origin, cookie), home: `${home}/`, room, person };
    },
  };
}

export type RoomWorld = Awaited<ReturnType<typeof roomWorld>>;

/** A browser without scripts that keeps the room's cookie, and follows redirects. */
function visitor(origin: string, setCookie: string) {
  let cookie = setCookie.split(';')[0] ?? '';
  const ask = async (
    path: string,
    init: { method?: string; body?: URLSearchParams | FormData | Blob; referer?: string } = {},
  ) => {
    const { referer, ...rest } = init;
    const headers = { cookie, ...(referer && { referer: origin + referer }) };
    const response = await fetch(origin + path, { ...rest, redirect: 'manual', headers });
    for (const set of response.headers.getSetCookie()) cookie = set.split(';')[0] ?? '';
    return response;
  };
  const open = async (path: string, init: Parameters<typeof ask>[1] = {}): Promise<Page> => {
    const response = await ask(path, init);
    const location = response.headers.get('location');
    if (location) return open(new URL(location, origin + path).href.slice(origin.length));
    const $ = load(await response.text());
    const words = $('main').text().replace(/\s+/g, ' ').trim();
    return { status: response.status, path, $, h1: $('h1').text(), words };
  };
  /** Sends the page's form with this address, as shown, changed by `fill`. */
  const press = (page: Page, action: string | RegExp, fill: Record<string, string> = {}) => {
    const form = page
      .$('form')
      .toArray()
      .map((element) => page.$(element))
      .find((one) => new RegExp(action).test(one.attr('action') ?? ''));
    const body = new URLSearchParams();
    for (const { name, value } of form?.serializeArray() ?? []) if (!(name in fill)) body.append(name, value);
    for (const [name, value] of Object.entries(fill)) body.append(name, value);
    return open(form?.attr('action') ?? '', { method: 'POST', body, referer: page.path });
  };
  return { ask, open, press };
}

export interface Page {
  status: number;
  path: string;
  $: ReturnType<typeof load>;
  h1: string;
  /** What the page says, on one line. */
  words: string;
}
