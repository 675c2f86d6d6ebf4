import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { load } from 'cheerio';
import { createArrivals } from '../../src/http/arrivals.ts';
import { type App, startApp } from '../support/app.ts';

const restart = 'https://moodle.example/mod/lti/launch.php?id=42&triggerview=0';
const address = '/rum/room-a/aktivitet/modul-1-forberedelse';

describe('someone without a session', () => {
  let app: App;
  before(async () => {
    app = await startApp();
  });
  after(() => app.close());

  const page = async (at: string) => {
    const response = await fetch(`${app.url}${at}`, { headers: { accept: 'text/html' } });
    const $ = load(await response.text());
    return {
      status: response.status,
      code: $('.problem-code').attr('data-code'),
      link: $('a.button').attr('href'),
    };
  };
  const marked = (room: string): string => app.deps.arrivals.mark(address, { room, language: 'da', restart });

  it('who arrives from a launch is told that the browser keeps nothing, and offered a window', async () =>
    expect(await page(marked('room-a'))).to.deep.equal({ status: 401, code: 'cookies-refused', link: restart }));

  it('who was away is told so, as is one with the mark of another room, or one that is not ours', async () => {
    const foreign = createArrivals(randomBytes(32), Date.now).mark(address, {
      room: 'room-a',
      language: 'da',
      restart,
    });
    const twice = `${marked('room-a')}&ankomst=x`;
    for (const at of [address, marked('room-b'), foreign, `${address}?ankomst=x`, twice]) {
      expect(await page(at)).to.deep.equal({ status: 401, code: 'session-ended', link: undefined });
    }
  });

  it('a mark is good for a minute', () => {
    const clock = { now: Date.now() };
    const arrivals = createArrivals(randomBytes(32), () => clock.now);
    const query = { ankomst: arrivals.mark('', { room: 'a', language: 'en', restart: '' }).split('=')[1] ?? '' };
    expect(arrivals.read({ query }, 'a')).to.deep.equal({ room: 'a', language: 'en', restart: '' });
    clock.now += 61_000;
    expect(arrivals.read({ query }, 'a')).to.equal(undefined);
  });
});
