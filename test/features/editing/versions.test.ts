import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'cheerio';
import { expect } from 'chai';
import { findActivity } from '../../../src/content/find.ts';
import { startApp, type App } from '../../support/app.ts';
import { createWebClient } from '../../support/platform/webClient.ts';
import { testApp } from '../../support/testApp.ts';
import { until } from '../../support/waiting.ts';

type World = Awaited<ReturnType<typeof testApp>>;
type Person = Awaited<ReturnType<World['arrive']>>;

const PREP = 'da/modul-1/forberedelse.yaml';

type Editing = App['deps'];

async function fileOf({ draft }: Editing, path: string) {
  const file = (await draft.files()).get(path);
  if (!file) throw new Error(`there is no ${path}`);
  return file;
}

async function change(editing: Editing, path: string, edit: (text: string) => string) {
  const { draft } = editing;
  const file = await fileOf(editing, path);
  expect(await draft.save(path, file.hash, Buffer.from(edit(String(await draft.read(file)))))).to.equal(true);
}

function titled(title: string) {
  return (text: string) => text.replace(/^title: .*$/m, `title: ${title}`);
}

describe('versions of the course', function () {
  this.timeout(60_000);
  let world: World;
  beforeEach(async () => {
    world = await testApp({ at: '2026-11-23T09:00:00+01:00' });
  });
  afterEach(() => world.close());

  const page = async ({ cookie, home }: Person, path: string) => {
    const answer = await fetch(`${world.origin}${home}${path}`, { headers: { cookie } });
    return load(await answer.text());
  };
  const titleFor = async (person: Person) =>
    (await page(person, '/aktivitet/modul-1-forberedelse/trin/1'))('main > .hint').first().text();
  const order = (from = '') => ({ after: world.deps.served.published().length, note: 'Nyt', from });

  it('shows a published version in every room at the next page, and the one before when it is brought back', async () => {
    const editing = world.deps;
    const mette = await world.arrive();
    const before = await titleFor(mette);
    await change(editing, PREP, titled('Kom godt i gang'));
    expect(await titleFor(mette)).to.equal(before);
    expect((await editing.publishing.publish(order())).kind).to.equal('published');
    expect(await titleFor(mette)).to.equal('Kom godt i gang');
    expect((await editing.publishing.bringBack(0, order())).kind).to.equal('published');
    expect(await titleFor(mette)).to.equal(before);
    expect((await editing.publishing.bringBack(1, order())).kind).to.equal('published');
    expect(await titleFor(mette)).to.equal('Kom godt i gang');
  });

  it('keeps rooms that have begun at theirs, where the version is for rooms from a day on', async () => {
    const editing = world.deps;
    const { schedules } = editing;
    const [begun, later] = [
      await world.arrive({ context: { id: 'begyndt', title: 'Begyndt' } }),
      await world.arrive({
        context: { id: 'senere', title: 'Senere' },
        person: { subject: 'en-anden', name: 'En anden' },
      }),
    ];
    const schedule = await schedules.of(begun.room.id);
    await schedules.save(begun.room.id, { ...schedule, start: '2026-11-16' }, '');
    await schedules.save(later.room.id, { ...schedule, start: '2027-01-04' }, '');
    const before = await titleFor(begun);
    await change(editing, PREP, titled('Til de nye hold'));
    await editing.publishing.publish(order('2027-01-01'));
    expect(await titleFor(begun)).to.equal(before);
    expect(await titleFor(later)).to.equal('Til de nye hold');
    await change(editing, PREP, titled('Til alle'));
    await editing.publishing.publish(order());
    expect([await titleFor(begun), await titleFor(later)]).to.deep.equal(['Til alle', 'Til alle']);
  });

  it('gives a room its own version outside its pages too: at a survey’s link and in the copy of what is kept', async () => {
    const editing = world.deps;
    const begun = await world.arrive({ context: { id: 'begyndt', title: 'Begyndt' } });
    world.pass(30 * 24 * 60 * 60_000);
    const other = { subject: 'en-anden', name: 'En anden' };
    const later = await world.arrive({ context: { id: 'senere', title: 'Senere' }, person: other });
    await change(editing, 'da/spoergeskemaer/tre-maaneder.yaml', titled('Et nyt navn'));
    await editing.publishing.publish(order('2026-12-20'));
    const doorOf = async ({ room, person }: Person) => {
      const of = { room: room.id, person: person.id, activity: 'spoergeskema-3-maaneder' };
      const { token } = await editing.ownLinks.make(of);
      return (await fetch(`${world.origin}/svar/${token}`, { headers: { 'accept-language': 'da' } })).text();
    };
    expect(await doorOf(begun)).not.to.contain('Et nyt navn');
    expect(await doorOf(later)).to.contain('Et nyt navn');
    const copyOf = async ({ room, person }: Person) => {
      const client = createWebClient();
      const link = await editing.copyLinks.make({ room: room.id, person: person.id });
      await client.submit(await client.get(`${world.origin}/kopi/${link}`));
      return (await client.get(`${world.origin}/kopi/mine-data.html`, { 'accept-language': 'da' })).html;
    };
    expect(await copyOf(begun)).not.to.contain('Et nyt navn');
    expect(await copyOf(later)).to.contain('Et nyt navn');
  });

  it('lets an answer say which version it was given to, whatever is published later', async () => {
    const editing = world.deps;
    const { responses } = editing;
    const mette = await world.arrive();
    const of = { room: mette.room.id, person: mette.person.id, activity: 'modul-1-forberedelse' };
    const address = '/aktivitet/modul-1-forberedelse/trin/1';
    const $ = await page(mette, address);
    const form = $('form#activity');
    const fields = Object.fromEntries(
      form
        .find('input[type=hidden]')
        .toArray()
        .map((one) => [$(one).attr('name') ?? '', $(one).attr('value') ?? '']),
    );
    const body = new URLSearchParams({ ...fields, intent: 'save' });
    const sent = await fetch(`${world.origin}${mette.home}${address}`, {
      method: 'POST',
      headers: { cookie: mette.cookie },
      body,
      redirect: 'manual',
    });
    expect(sent.status).to.equal(303);
    const given = (await responses.get(of))?.contentVersion;
    expect(given).to.match(/^[0-9a-f]{16}$/);
    await change(editing, PREP, titled('Nye ord'));
    await editing.publishing.publish(order());
    expect(await titleFor(mette)).to.equal('Nye ord');
    expect((await responses.get(of))?.contentVersion).to.equal(given);
  });

  it('does not publish what has a fault, nor over a version that came meanwhile', async () => {
    const editing = world.deps;
    const asked = order();
    await change(editing, PREP, (text) => text.replace('kind: prep', 'kind: findes-ikke'));
    const refused = await editing.publishing.publish(asked);
    expect(refused.kind === 'faults' && refused.faults.map(({ file, line }) => `${file}:${line}`)).to.include(
      `${PREP}:1`,
    );
    await change(editing, PREP, (text) => text.replace('kind: findes-ikke', 'kind: prep'));
    expect((await editing.publishing.publish(asked)).kind).to.equal('published');
    expect((await editing.publishing.publish(asked)).kind).to.equal('overtaken');
    await change(editing, 'course.yaml', (text) => text.replace(/^id: .*$/m, 'id: et-andet-kursus'));
    const renamed = await editing.publishing.publish(order());
    expect(renamed.kind === 'faults' && renamed.faults[0]?.message.en).to.contain('id must stay');
  });

  it('serves a picture by its content, so that each version shows its own; a film also in parts', async () => {
    const editing = world.deps;
    const path = 'media/velkommen.mp4';
    const before = await fileOf(editing, path);
    const hash = await editing.contents.keep(await editing.draft.read(before));
    expect(hash).to.equal(before.hash);
    const address = `${world.origin}/kursus/taettere-paa-job/${path}?v=${hash}`;
    const whole = await fetch(address);
    expect(whole.headers.get('content-type')).to.equal('video/mp4');
    expect(whole.headers.get('cache-control')).to.contain('immutable');
    const bytes = Buffer.from(await whole.arrayBuffer());
    expect(bytes.length).to.equal(before.size);
    const part = await fetch(address, { headers: { range: 'bytes=100-199' } });
    expect(part.status).to.equal(206);
    expect(part.headers.get('content-range')).to.equal(`bytes 100-199/${before.size}`);
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(100, 200))).to.equal(true);
    expect((await fetch(address, { headers: { range: `bytes=${before.size}-` } })).status).to.equal(416);
  });
});

describe('versions of the course in several processes', function () {
  this.timeout(60_000);
  let folder: string;
  let apps: App[];
  const start = async () => {
    const app = await startApp({
      DATABASE_URL: `sqlite:${join(folder, 'store.sqlite')}`,
      TOOL_SECRET: 'x'.repeat(20) + 'y7'.repeat(10),
      DATA_KEY: Buffer.alloc(32, 7).toString('base64'),
    });
    apps.push(app);
    return app;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'versions-'));
    apps = [];
  });
  afterEach(async () => {
    for (const app of apps) await app.close();
    rmSync(folder, { recursive: true });
  });

  it('are shown by every process within seconds, and by one that starts later', async () => {
    const [first, second] = [await start(), await start()];
    const editing = first.deps;
    await change(editing, PREP, titled('Fra den ene'));
    await editing.publishing.publish({ after: 0, note: '', from: '' });
    const title = ({ deps }: App) => findActivity(deps.courses.da, 'modul-1-forberedelse')?.title;
    await until('the other process shows it', () => title(second) === 'Fra den ene', 10_000);
    expect(title(await start())).to.equal('Fra den ene');
  });
});
