import { expect } from 'chai';
import { load } from 'cheerio';
import { startAppAndPlatform } from '../support/app.ts';
import { headingOf } from '../support/participant.ts';
import { people } from '../support/platform/startPlatform.ts';
import { createWebClient, formOf, type WebClient } from '../support/platform/webClient.ts';

const ROLES = 'https://purl.imsglobal.org/spec/lti/claim/roles';
const LEARNER = 'http://purl.imsglobal.org/vocab/lis/v2/membership#Learner';

describe('what a session may do', function () {
  this.timeout(60_000);
  let world: Awaited<ReturnType<typeof startAppAndPlatform>>;
  beforeEach(async () => (world = await startAppAndPlatform()));
  afterEach(() => world.close());

  const open = async (person: string) => {
    const { client, page } = await world.platform.launch({ person, activity: 'modul-1-forberedelse' });
    const home = /^.*\/rum\/[^/]+\//.exec(page.url)?.[0] ?? '';
    return { client, page, home, room: home.split('/').at(-2) ?? '' };
  };
  const statusOf = async (client: WebClient, url: string) => (await client.follow(await client.get(url))).status;
  const signOut = async (client: WebClient, home: string) => {
    const { fields, action } = formOf(await client.get(home), 'form[action$="/log-ud"]');
    return client.post(action, fields);
  };

  it('is no more than the person’s last launch said, in whichever browser it is', async () => {
    const { client, home } = await open(people.instructor);
    expect(await statusOf(client, `${home}hold`)).to.equal(200);
    const before = load((await client.get(home)).html)('h1').text();
    world.platform.misbehave.claims = (claims) => ({ ...claims, [ROLES]: [LEARNER] });
    await open(people.instructor);
    expect(await statusOf(client, `${home}hold`)).to.equal(404);
    expect(load((await client.get(home)).html)('h1').text()).not.to.equal(before);
  });

  it('does not grow by a later launch elsewhere', async () => {
    world.platform.misbehave.claims = (claims) => ({ ...claims, [ROLES]: [LEARNER] });
    const { client, home } = await open(people.instructor);
    world.platform.misbehave.claims = undefined;
    await open(people.instructor);
    expect(await statusOf(client, `${home}hold`)).to.equal(404);
    expect(await statusOf(client, home)).to.equal(200);
  });

  it('is none between two roles that do not include each other', async () => {
    const { client, home, room } = await open(people.instructor);
    const { deps } = world.app;
    world.platform.misbehave.claims = (claims) => ({
      ...claims,
      [ROLES]: ['http://purl.imsglobal.org/vocab/lis/v2/membership#Administrator'],
    });
    await open(people.instructor);
    expect((await deps.rooms.people(room))[0]?.role).to.equal('administrator');
    for (const path of ['hold', 'personer', '']) expect(await statusOf(client, home + path), path).to.equal(401);
  });

  it('ends when the platform is switched off, at once', async () => {
    const { client, home } = await open(people.mette);
    expect(await statusOf(client, home)).to.equal(200);
    const { platforms } = world.app.deps.lti;
    const id = (await platforms.list())[0]?.id ?? '';
    await platforms.deactivate(id);
    expect(await statusOf(client, home)).to.equal(401);
    await platforms.activate(id);
    expect(await statusOf(client, home)).to.equal(200);
    await platforms.remove(id);
    expect(await statusOf(client, home)).to.equal(401);
  });

  it('ends with signing out, for a cookie that was copied too, and begins again with a launch', async () => {
    const { client, home } = await open(people.mette);
    const copied = client.cookiesFor(home);
    const left = await signOut(client, home);
    expect(headingOf(left)).to.equal('Du er logget ud');
    expect(client.cookiesFor(home)).not.to.have.property('rum');
    const thief = createWebClient();
    expect(copied).to.have.property('rum');
    for (const [name, value] of Object.entries(copied)) thief.setCookie(home, { name, value });
    expect(await statusOf(thief, home)).to.equal(401);
    const again = await open(people.mette);
    expect(await statusOf(again.client, again.home)).to.equal(200);
    expect(await statusOf(thief, home)).to.equal(401);
  });

  it('is not ended by another person’s signing out', async () => {
    const [mette, jens] = [await open(people.mette), await open(people.jens)];
    await signOut(mette.client, mette.home);
    expect(await statusOf(jens.client, jens.home)).to.equal(200);
  });

  it('ends for everyone, for a room or for a person when those who run the tool say so', async () => {
    const { deps } = world.app;
    const [mette, jens] = [await open(people.mette), await open(people.jens)];
    const [first] = await deps.rooms.people(mette.room);
    await deps.rooms.endSessions({ person: first?.id ?? '' });
    expect(await statusOf(mette.client, mette.home)).to.equal(401);
    expect(await statusOf(jens.client, jens.home)).to.equal(200);
    await deps.rooms.endSessions({ room: jens.room });
    expect(await statusOf(jens.client, jens.home)).to.equal(401);
    const again = await open(people.mette);
    expect(await statusOf(again.client, again.home)).to.equal(200);
    await deps.sessionEnds.endAll();
    expect(await statusOf(again.client, again.home)).to.equal(401);
    const last = await open(people.mette);
    expect(await statusOf(last.client, last.home)).to.equal(200);
  });

  it('has a form secret of its own after its sessions were ended, and one for all tabs until then', async () => {
    const { client, page, home } = await open(people.mette);
    const other = await open(people.mette);
    const stale = formOf(page).fields;
    const saved = await other.client.post(formOf(page).action, { ...stale, intent: 'save', 'answer.haab': 'Ro' });
    expect(saved.status).to.equal(303);
    await signOut(client, home);
    const next = await open(people.mette);
    const refused = await next.client.post(formOf(page).action, { ...stale, intent: 'send', 'answer.haab': 'Uro' });
    // It is saved as last words; it is not sent.
    expect(headingOf(refused)).to.equal('Din tekst er gemt');
  });
});
