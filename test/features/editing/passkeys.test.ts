import { load } from 'cheerio';
import { expect } from 'chai';
import { createAuthenticator } from '../../support/authenticator.ts';
import { createWebClient, enteredBy, formOf, type WebClient } from '../../support/platform/webClient.ts';
import { testApp } from '../../support/testApp.ts';

type World = Awaited<ReturnType<typeof testApp>>;

describe('an editor’s passkey', function () {
  this.timeout(120_000);
  let world: World;
  let editor: WebClient;
  let csrf: string;
  before(async () => {
    world = await testApp({ at: '2026-11-23T09:00:00+01:00' });
    editor = await enteredBy(await world.deps.editors.link());
    csrf = formOf(await editor.get(at('/noegler'))).fields['_csrf'] ?? '';
  });
  after(() => world.close());

  const at = (path: string) => `${world.origin}/redaktion${path}`;
  const challengeIn = ({ html }: { html: string }) => (JSON.parse(html) as { challenge: string }).challenge;
  const toMake = async () => challengeIn(await editor.post(at('/noegler/udfordring'), { _csrf: csrf, navn: 'X' }));
  const toUse = async () => challengeIn(await createWebClient().post(at('/adgang/udfordring'), {}));
  const keep = (svar: string, navn = 'Mettes telefon') => editor.post(at('/noegler'), { _csrf: csrf, navn, svar });
  /** Tries to sign in on a device that has no cookie. */
  const enter = (svar: string, headers: Record<string, string> = { origin: world.origin }) =>
    createWebClient().post(at('/adgang'), { svar }, headers);
  const keptKey = async () => {
    const device = createAuthenticator();
    await keep(device.made({ origin: world.origin, challenge: await toMake() }));
    return device;
  };

  it('is kept under its name, lets in without a link, says when it was used, and is removed', async () => {
    const device = await keptKey();
    const listed = load((await editor.get(at('/noegler'))).html)('main').text();
    expect(listed).to.contain('Mettes telefon').and.contain('Ikke brugt endnu');
    const client = createWebClient();
    const svar = device.used({ origin: world.origin, challenge: await toUse(), counter: 1 });
    const page = await client.follow(await client.post(at('/adgang'), { svar }, { origin: world.origin }));
    expect(load(page.html)('h1').text()).to.equal('Ret kurset');
    expect((await client.get(at('/noegler'))).html).to.contain('Brugt 23. november 2026');
    await editor.post(at('/noegler/fjern'), { _csrf: csrf, id: device.id });
    expect((await client.get(at(''))).status, 'a visit that the key had opened').to.equal(401);
    expect((await editor.get(at(''))).status, 'a visit by a link').to.equal(200);
    const gone = device.used({ origin: world.origin, challenge: await toUse(), counter: 2 });
    expect((await enter(gone)).status).to.equal(401);
  });

  it('lets nobody in who is not as they must be: each time a right answer but for one fact', async () => {
    const device = await keptKey();
    const right = { origin: world.origin, counter: 5 };
    expect((await enter(device.used({ ...right, challenge: await toUse() }))).status).to.equal(303);
    const next = { origin: world.origin, counter: 6 };
    const challenge = await toUse();
    const wrong: Record<string, string> = {
      'another site': device.used({ ...next, origin: 'https://localhost.example', challenge: await toUse() }),
      'a challenge that is not ours': device.used({ ...next, challenge: 'A'.repeat(32) }),
      'a counter that has not risen': device.used({ ...right, challenge: await toUse() }),
      'nobody at the device': device.used({ ...next, verified: false, challenge: await toUse() }),
      'a key that is not kept': createAuthenticator().used({ ...next, challenge: await toUse() }),
      'a key of that id with another secret': createAuthenticator()
        .used({ ...next, challenge: await toUse() })
        .replaceAll(/"(id|rawId)":"[^"]*"/g, `"$1":"${device.id}"`),
      'an answer for making a key': device.made({ ...next, challenge: await toUse() }),
      'no answer': '',
    };
    for (const [what, svar] of Object.entries(wrong)) {
      const refused = await enter(svar);
      expect(refused.status, what).to.equal(401);
      expect(refused.headers.getSetCookie(), what).to.deep.equal([]);
      expect(load(refused.html)('[role=alert]').first().text(), what).to.contain('Nøglen virker ikke her');
    }
    const good = device.used({ ...next, challenge });
    expect((await enter(good, { origin: 'https://other.example' })).status, 'sent by another site').to.equal(401);
    expect((await enter(good)).status).to.equal(303);
    const again = device.used({ ...next, counter: 7, challenge });
    expect((await enter(again)).status, 'the same challenge twice').to.equal(401);
    const late = await toUse();
    world.pass(6 * 60_000);
    expect((await enter(device.used({ ...next, counter: 8, challenge: late }))).status, 'too late').to.equal(401);
  });

  it('is not kept where it is of another site, asked for by nobody, or has no name; and never without a sign-in', async () => {
    const device = createAuthenticator();
    const there = (origin: string, challenge: string) => device.made({ origin, challenge });
    const refused = [
      keep(there('https://localhost.example', await toMake())),
      keep(there(world.origin, 'A'.repeat(32))),
      keep(device.made({ origin: world.origin, challenge: await toMake(), verified: false })),
      keep(there(world.origin, await toMake()), ' '),
    ];
    for (const answer of await Promise.all(refused)) expect(answer.status).to.equal(422);
    const svar = there(world.origin, await toMake());
    expect((await createWebClient().post(at('/noegler'), { navn: 'Ind', svar })).status).to.equal(401);
    expect((await editor.post(at('/noegler'), { navn: 'Ind', svar })).status).to.equal(403);
    expect((await world.deps.editors.passkeys.all()).map(({ id }) => id)).not.to.include(device.id);
    expect((await keep(svar)).status).to.equal(303);
    expect((await keep(device.made({ origin: world.origin, challenge: await toMake() }))).status).to.equal(422);
  });
});
