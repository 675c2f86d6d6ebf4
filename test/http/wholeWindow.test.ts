import { expect } from 'chai';
import { createSessionTickets } from '../../src/rooms/sessionTickets.ts';
import { startAppAndPlatform } from '../support/app.ts';
import { headingOf } from '../support/participant.ts';
import { people } from '../support/platform/startPlatform.ts';
import { createWebClient, formOf, type WebClient } from '../support/platform/webClient.ts';

const own: Record<string, string> = { 'sec-fetch-site': 'same-origin' };
const FORM = 'form[data-whole-window]';

describe('the way from a course’s frame to the whole window', function () {
  this.timeout(60_000);
  let world: Awaited<ReturnType<typeof startAppAndPlatform>>;
  before(async () => (world = await startAppAndPlatform()));
  after(() => world.close());

  /** Someone in a frame, with a ticket. */
  const begin = async () => {
    const { client, page } = await world.platform.launch({ person: people.mette, activity: 'modul-1-forberedelse' });
    const { action: door, fields } = formOf(page, FORM);
    const home = /^.*\/rum\/[^/]+\//.exec(page.url)?.[0] ?? '';
    const ask = `${home}hele-vinduet`;
    const answer = await client.post(ask, { _csrf: fields['_csrf'] ?? '' }, { referer: page.url });
    const { ticket } = JSON.parse(answer.html) as { ticket: string };
    return { client, page, home, ask, door, ticket };
  };
  const redeem = (client: WebClient, { door, ticket }: { door: string; ticket: string }, headers = own) =>
    client.post(door, { ticket }, headers);
  const bare = (url: string): string => url.replace(/\?.*/, '');

  it('leads to the same page with the same session, where no cookie was', async () => {
    const { client, page, door, ticket } = await begin();
    const window = createWebClient();
    const arrived = await redeem(window, { door, ticket });
    expect(arrived.status).to.equal(303);
    expect(bare(String(arrived.headers.get('location')))).to.equal(new URL(bare(page.url)).pathname);
    const shown = await window.follow(arrived);
    expect(headingOf(shown)).to.equal(headingOf(page));
    const { sessions } = world.app.deps;
    const [inFrame, inWindow] = [client, window].map((one) => {
      const cookie = `rum=${one.cookiesFor(page.url)['rum'] ?? ''}`;
      const room = page.url.split('/')[4] ?? '';
      return sessions.read({ headers: { cookie } } as never, { appendHeader: () => undefined } as never, room);
    });
    expect(inWindow).to.deep.equal(inFrame);
    expect(inWindow?.session).to.be.a('string');
  });

  it('is held in no frame, and kept in no cache', async () => {
    const { door, ticket } = await begin();
    const { headers } = await redeem(createWebClient(), { door, ticket });
    expect(headers.get('content-security-policy')).to.include("frame-ancestors 'none'");
    expect(headers.get('cache-control')).to.equal('no-store');
  });

  it('is open once, also where eight come at once', async () => {
    const { door, ticket } = await begin();
    const all = await Promise.all(Array.from({ length: 8 }, () => redeem(createWebClient(), { door, ticket })));
    expect(all.filter(({ status }) => status === 303)).to.have.length(1);
    expect(all.filter(({ status }) => status === 401)).to.have.length(7);
  });

  it('is open for half a minute', async () => {
    const { ticket } = await begin();
    const later = await createSessionTickets(world.app.deps.store, () => Date.now() + 31_000);
    expect(await later.take(ticket)).to.equal(undefined);
  });

  const foreign: Record<string, Record<string, string>> = {
    'another site': { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    'another site in an older browser': { origin: 'https://evil.example' },
    'a page that says nothing': {},
  };
  for (const [name, headers] of Object.entries(foreign)) {
    it(`is not open to a form of ${name}, and the ticket is still its owner’s`, async () => {
      const { door, ticket } = await begin();
      const refused = await redeem(createWebClient(), { door, ticket }, headers);
      expect(refused.status).to.equal(401);
      expect(refused.headers.getSetCookie()).to.deep.equal([]);
      expect((await redeem(createWebClient(), { door, ticket })).status).to.equal(303);
    });
  }

  for (const ticket of ['', 'x', 'x'.repeat(5000)]) {
    it(`is not open to a ticket that is none: ${ticket.slice(0, 3)}`, async () => {
      const { door } = await begin();
      expect((await redeem(createWebClient(), { door, ticket })).status).to.equal(401);
    });
  }

  it('gives no ticket without the secret of the session’s forms, or without a session', async () => {
    const { client, ask } = await begin();
    for (const one of [client, createWebClient()]) {
      const answer = await one.post(ask, { _csrf: 'x' });
      expect(answer.html).not.to.include('"ticket":');
      expect(answer.status).to.be.oneOf([401, 403]);
    }
  });

  it('leads to a session that ends as the one in the frame: by signing out there', async () => {
    const { client, home, door, ticket } = await begin();
    const window = createWebClient();
    await window.follow(await redeem(window, { door, ticket }));
    expect((await window.get(home)).status).to.equal(200);
    const { fields, action } = formOf(await client.get(home), 'form[action$="/log-ud"]');
    await client.post(action, fields);
    expect((await window.get(home)).status).to.equal(401);
  });

  it('never leads out of the room, wherever the request says that it came from', async () => {
    const { client, home, ask, page, door } = await begin();
    const { fields } = formOf(page, FORM);
    for (const referer of ['https://evil.example/rum/x/', `${new URL(home).origin}/drift`]) {
      const answer = await client.post(ask, { _csrf: fields['_csrf'] ?? '' }, { referer });
      const { ticket } = JSON.parse(answer.html) as { ticket: string };
      const arrived = await redeem(createWebClient(), { door, ticket });
      expect(bare(String(arrived.headers.get('location')))).to.equal(new URL(home).pathname);
    }
  });
});
