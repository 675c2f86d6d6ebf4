import { expect } from 'chai';
import { wholeLog } from '../../../src/features/auditLog/index.ts';
import { load } from 'cheerio';
import { command, commandHere } from '../../cli/command.ts';
import { inDataFolder, startAppAndPlatform, type App } from '../../support/app.ts';
import { aLaunch } from '../../support/launches.ts';
import { memoryStore } from '../../support/stores.ts';
import { readConfig } from '../../../src/config.ts';
import { createCopyLinks } from '../../../src/features/privacy/copyLinks.ts';
import { openPreparation, prepareAndSend } from '../../support/participant.ts';
import { people, type Platform } from '../../support/platform/startPlatform.ts';
import { createWebClient, formOf, type Visit, type WebClient } from '../../support/platform/webClient.ts';

const WORDS = 'Mere ro i hverdagen';
function wordsOf({ html }: Visit) {
  return load(html)('main').text().replace(/\s+/g, ' ');
}

describe('an administrator helping someone who asks by phone', function () {
  this.timeout(60_000);
  let app: App;
  let platform: Platform;
  let world: Awaited<ReturnType<typeof startAppAndPlatform>>;
  let admin: WebClient;
  let mette: { client: WebClient; id: string };
  let home: string;
  let room: string;

  beforeEach(async () => {
    world = await startAppAndPlatform({}, inDataFolder());
    ({ app, platform } = world);
    const { client, page } = await openPreparation(platform, people.mette);
    await prepareAndSend(client, page);
    room = /\/rum\/([^/]+)\//.exec(page.url)?.[1] ?? '';
    home = `${app.url}/rum/${room}/`;
    const [person] = await app.deps.rooms.people(room);
    mette = { client, id: person?.id ?? '' };
    ({ client: admin } = await platform.launch({ person: people.administrator, activity: 'Min uge' }));
  });
  afterEach(() => world.close());

  const here = (rest = '') => `${home}personer${rest}`;
  const press = (page: Visit, selector: string, changes: Record<string, string> = {}) => {
    const { action, fields } = formOf(page, selector);
    return admin.post(action, { ...fields, ...changes });
  };
  const linkFor = async (): Promise<string> => {
    const settings = { DATA_DIR: app.deps.config.dataDir, TOOL_URL: app.url, NODE_ENV: 'test' };
    const { out } = await commandHere('person', ['link', mette.id], () => readConfig(settings));
    return out.split('\n')[0] ?? '';
  };

  it('finds the person, and sees no word that they have written', async () => {
    expect((await admin.get(home)).html).to.include('personer"');
    const list = await admin.get(here());
    expect(wordsOf(list)).to.include('Mette Holm').and.not.include('(Du)');
    const one = await admin.get(here(`/${mette.id}`));
    expect(wordsOf(one)).to.include('Mette Holm').and.include('Nummer');
    for (const page of [list, one, await admin.get(here(`/${mette.id}/slet`))]) expect(page.html).not.to.include(WORDS);
  });

  it('searches a large class by a part of a name or by a number, which no address tells', async () => {
    expect(load((await admin.get(here())).html)('main form'), 'a small class').to.have.length(0);
    const found = await app.deps.rooms.room(room);
    if (!found) throw new Error('there is no room');
    for (let more = 1; more <= 12; more += 1)
      await app.deps.rooms.enrol(
        aLaunch({
          platform: found.platform,
          context: { id: found.context, title: 'Prøverum' },
          person: { subject: `s${more}`, name: `Søren ${more}` },
        }),
      );
    const list = await admin.get(here());
    const rows = ({ html }: Visit) =>
      load(html)('#people tbody th')
        .toArray()
        .map((one) => load(html)(one).text());
    expect(rows(list).slice(-3), 'in the order of numbers').to.deep.equal(['Søren 10', 'Søren 11', 'Søren 12']);
    const some = await press(list, 'form[role=search]', { navn: 'ren 1' });
    expect(some.url).not.to.include('ren');
    expect(rows(some)).to.deep.equal(['Søren 1', 'Søren 10', 'Søren 11', 'Søren 12']);
    expect(wordsOf(some)).to.include('4 personer passer på “ren 1”.');
    expect(rows(await press(list, 'form[role=search]', { navn: '2' })))
      .to.include('Søren 12')
      .and.not.include('Søren 10');
    const nobody = await press(list, 'form[role=search]', { navn: 'Xerxes' });
    expect(wordsOf(nobody)).to.include('Ingen hedder “Xerxes”.').and.not.include('ingen andre');
  });

  it('has no way to a copy, and is told who has', async () => {
    const page = await admin.get(here(`/${mette.id}`));
    expect(wordsOf(page)).to.include('Personen henter selv kopien').and.include(mette.id);
    expect(load(page.html)('main form')).to.have.length(0);
  });

  it('is helped by a link of those who run the tool: the person fetches the copy once, and that stands in their audit log', async () => {
    const link = await linkFor();
    const phone = createWebClient();
    const door = await phone.get(link);
    expect(door.html).not.to.include(WORDS);
    expect((await phone.get(link)).status, 'looking changes nothing').to.equal(200);
    const inside = await phone.follow(await phone.submit(door));
    expect(wordsOf(inside)).to.include('Din kopi er klar');
    const page = await phone.get(`${app.url}/kopi/mine-data.html`);
    expect(page.headers.get('content-disposition')).to.include('mine-data.html');
    expect(page.headers.get('cache-control')).to.equal('no-store');
    expect(page.html)
      .to.include(WORDS)
      .and.match(/sørgede for, at en kopi af dine data blev hentet/);
    const json = await phone.get(`${app.url}/kopi/mine-data.json`);
    expect(JSON.parse(json.html)).to.have.property('data');
    expect(json.html).to.include(WORDS).and.not.include('"session"').and.not.include('"whose"');

    const other = createWebClient();
    expect((await other.submit(await other.get(link))).status, 'used up').to.equal(401);
    expect((await other.get(`${app.url}/kopi/mine-data.json`)).status).to.equal(401);
    expect(wordsOf(await mette.client.get(`${home}hvem-har-laest`))).to.include('sørgede for, at en kopi');
    await phone.submit(await phone.get(`${app.url}/kopi`));
    expect((await phone.get(`${app.url}/kopi/mine-data.json`)).status, 'done').to.equal(401);
  });

  it('has one link that works at a time, and none after an erasure', async () => {
    const [first, second] = [await linkFor(), await linkFor()];
    const phone = createWebClient();
    expect((await phone.submit(await phone.get(first))).status).to.equal(401);
    await app.deps.privacy.erase({ room, person: mette.id }, { by: 'self' });
    expect((await phone.submit(await phone.get(second))).status).to.equal(401);
  });

  it('erases after a tick, and it stands who did and when, but not whom', async () => {
    const ask = await admin.get(here(`/${mette.id}/slet`));
    const unsure = await press(ask, 'main form');
    expect(unsure.status).to.equal(422);
    expect(await app.deps.rooms.person(mette.id)).not.to.equal(undefined);
    const done = await admin.follow(await press(ask, 'main form', { bekraeft: 'ja' }));
    expect(wordsOf(done)).to.include('Personen er slettet').and.not.include('Mette');
    expect(await app.deps.rooms.person(mette.id)).to.equal(undefined);
    expect((await mette.client.get(home)).status).to.equal(401);
    expect((await press(ask, 'main form', { bekraeft: 'ja' })).status, 'once more').to.equal(404);
    const [line] = (await wholeLog(app.deps)).filter(({ what }) => what === 'erasure');
    const self = (await app.deps.rooms.people(room)).find(({ role }) => role === 'administrator')?.id;
    expect(line).to.include({ role: 'administrator', who: self });
    expect(JSON.stringify(await wholeLog(app.deps))).not.to.include(mette.id);
    await app.deps.privacy.erase({ room, person: self ?? '' }, { by: 'operator' });
    expect(JSON.stringify(await wholeLog(app.deps)), 'nor who, once that one is erased').not.to.include(self);
  });

  it('reaches no one of another room, no one by guessing, and not themselves; and no one else reaches the pages', async () => {
    const elsewhere = await app.deps.rooms.enrol(aLaunch({ context: { id: '99', title: 'Andet hold' } }));
    const self = (await app.deps.rooms.people(room)).find(({ role }) => role === 'administrator')?.id ?? '';
    for (const id of [elsewhere.person.id, self, 'ukendt', 'constructor'])
      for (const rest of ['', '/slet']) expect((await admin.get(here(`/${id}${rest}`))).status, id).to.equal(404);
    const { client: ulla } = await platform.launch({ person: people.instructor, activity: 'Min uge' });
    for (const client of [ulla, mette.client])
      for (const rest of ['', `/${mette.id}`, `/${mette.id}/slet`])
        expect((await client.get(here(rest))).status).to.equal(404);
  });

  it('is told of by command, in ids alone', async () => {
    await platform.launch({ person: people.instructor, activity: 'modul-1-forberedelse' });
    const settings = { DATA_DIR: app.deps.config.dataDir, TOOL_URL: app.url };
    expect((await command('person', settings, 'export', mette.id)).out).to.include(WORDS);
    const { out } = await command('person', settings, 'access-log', room);
    const [header, read, copied] = out.trim().split('\n');
    expect(header).to.equal('at,room,who,role,what,activity,whose');
    expect(read).to.match(
      new RegExp(`^2\\d{3}-.*,${room},[\\w-]+,instructor,answers,modul-1-forberedelse,${mette.id}$`),
    );
    expect(copied).to.match(new RegExp(`,${room},,operator,copy,,${mette.id}$`));
    expect(out).not.to.match(/Mette|Ulla|Mere ro/);
    expect(wordsOf(await mette.client.get(`${home}hvem-har-laest`))).to.include('De, der driver systemet sørgede for');
  });
});

describe('a link to a copy', () => {
  it('works for a week, and once it is used for an hour', async () => {
    let now = 1_000;
    const hours = (n: number) => (now += n * 3_600_000);
    const links = await createCopyLinks(await memoryStore(), () => now);
    const of = { room: 'r', person: 'p' };
    const [used, unused] = [await links.make(of), await links.make({ room: 'r', person: 'q' })];
    hours(7 * 24 - 1);
    const visit = (await links.signIn(used)) ?? '';
    expect(await links.behind(visit)).to.deep.equal({ ...of, madeBy: '' });
    hours(1);
    expect(await links.behind(visit)).to.equal(undefined);
    expect(await links.signIn(unused), 'after a week').to.equal(undefined);
    expect(await links.behind('')).to.equal(undefined);
  });

  it('lets in one of those who use it at the same moment', async () => {
    const links = await createCopyLinks(await memoryStore(), Date.now);
    const token = await links.make({ room: 'r', person: 'p' });
    const visits = await Promise.all(Array.from({ length: 8 }, () => links.signIn(token)));
    expect(visits.filter(Boolean)).to.have.length(1);
  });
});
