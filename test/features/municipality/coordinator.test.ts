import { expect } from 'chai';
import { createStatementLinks } from '../../../src/features/municipality/links.ts';
import { memoryStore } from '../../support/stores.ts';
import { visitor } from '../../activities/survey/visitor.ts';
import { roomWorld, type RoomWorld } from '../room/world.ts';

const ulla = { role: 'instructor', person: { subject: '9', name: 'Ulla Brandt' } } as const;
const HOUR = 3_600_000;

describe('a municipality’s coordinator', () => {
  let world: RoomWorld;
  let instructor: Awaited<ReturnType<RoomWorld['arrive']>>;
  let mette: typeof instructor;
  let bo: typeof instructor;

  beforeEach(async () => {
    world = await roomWorld();
    instructor = await world.arrive(ulla);
    const come = (subject: string, name: string, municipality: string) =>
      world.arrive({ person: { subject, name }, ...(municipality && { background: { municipality } }) });
    mette = await come('1', 'Mette Holm', 'Køge');
    bo = await come('2', 'Bo Herning', 'Herning');
    await come('3', 'Ukendt Unger', '');
  });
  afterEach(() => world.close());

  const statement = (name: string) =>
    instructor.open(`${instructor.home}opgoerelse?kommune=${encodeURIComponent(name)}`);
  /** The instructor makes a link on the page of a statement: its path. */
  const linkFor = async (name: string) => {
    const made = await instructor.press(await statement(name), 'opgoerelse/link$');
    return new URL(String(made.$('#link').val())).pathname;
  };
  const withLink = async (link: string) => {
    const browser = visitor(world.origin);
    return { ...browser, page: await browser.press(await browser.open(link)) };
  };

  it('reads the statement of that municipality’s people by a link of the instructor’s, on a page and in a file', async () => {
    await world.deps.attendances.note({ room: instructor.room.id, person: mette.person.id, week: 1 }, 'came');
    const eva = await withLink(await linkFor('Køge'));
    expect([eva.page.status, eva.page.h1]).to.deep.equal([200, 'Opgørelse til kommunen']);
    const cells = eva.page.$('#statement tbody tr').children().toArray().map((cell) => eva.page.$(cell).text()); // prettier-ignore
    expect(cells).to.deep.equal(['Mette Holm', '1 af 1', '0', '0 af 3', 'I gang']);
    const file = await eva.open('/kommune/opgoerelse.csv');
    expect(file.headers.get('content-disposition')).to.include('opgoerelse.csv');
    expect(file.$('body').text()).to.include('Mette Holm;1 af 1');
    for (const seen of [eva.page, file]) {
      expect(seen.headers.get('cache-control')).to.equal('no-store');
      expect(seen.$('body').text()).to.not.include('Bo Herning').and.not.include('Unger');
    }
    for (const path of [instructor.home, `${instructor.home}opgoerelse`, '/evaluering', '/drift'])
      expect((await eva.open(path)).status, path).to.equal(401);
  });

  it('is told to those who are in it, and to no others', async () => {
    await withLink(await linkFor('Køge'));
    const log = async (who: typeof mette) => (await who.open(`${who.home}hvem-har-laest`)).words;
    expect(await log(mette)).to.match(/Kommunens koordinator\s+så kommunens opgørelse, hvor dit fremmøde står/);
    expect(await log(bo)).to.not.include('kommunen');
  });

  it('is let in once by a link, and by the newest alone; whom it was forwarded to is not', async () => {
    const [first, second] = [await linkFor('Køge'), await linkFor('Køge')];
    expect((await withLink(first)).page.status, 'replaced').to.equal(401);
    const [mine, forwarded] = [visitor(world.origin), visitor(world.origin)];
    const [door, other] = [await mine.open(second), await forwarded.open(second)];
    expect(door.words).to.not.include('Mette');
    expect((await mine.press(door)).words).to.include('Mette Holm');
    const refused = await forwarded.press(other);
    expect(refused.status).to.equal(401);
    expect(refused.words).to.include('Bed instruktøren om at lave et nyt');
    expect((await forwarded.open('/kommune')).status).to.equal(401);
    const out = await mine.press(await mine.open('/kommune'), {}, /log-ud/);
    expect([out.status, (await mine.open('/kommune')).status]).to.deep.equal([401, 401]);
  });

  it('sees the people as they are then: one who is erased, or whose municipality is another, is gone', async () => {
    const eva = await withLink(await linkFor('Køge'));
    await world.arrive({ person: { subject: '2', name: 'Bo Herning' }, background: { municipality: 'Køge' } });
    await world.deps.privacy.erase({ room: mette.room.id, person: mette.person.id }, { by: 'self' });
    expect((await eva.open('/kommune')).words)
      .to.include('Bo Herning')
      .and.not.include('Mette');
  });

  it('gets no link to people whose municipality nobody knows, or of whom none is in the class', async () => {
    expect((await statement('ukendt')).$('form[action$="opgoerelse/link"]').length).to.equal(0);
    const page = await statement('Køge');
    for (const kommune of ['ukendt', 'Odense', '']) {
      const shown = await instructor.press(page, 'opgoerelse/link$', { kommune });
      expect([shown.path.split('?')[0], shown.$('#link').length], kommune).to.deep.equal([page.path.split('?')[0], 0]);
    }
    const again = await instructor.open(`${instructor.home}opgoerelse/link`);
    expect(again.path, 'a reload makes no other one').to.match(/opgoerelse$/);
  });
});

describe('a link to a statement', () => {
  it('works for a week, and once it is used for an hour', async () => {
    let now = 1_000;
    const links = await createStatementLinks(await memoryStore(), () => now);
    const of = { room: 'r', municipality: 'Køge' };
    const [used, unused] = [await links.make(of), await links.make({ room: 'r', municipality: 'Herning' })];
    now += 7 * 24 * HOUR - 1;
    const visit = (await links.signIn(used)) ?? '';
    expect(await links.behind(visit)).to.deep.equal(of);
    now += HOUR;
    expect(await links.behind(visit)).to.equal(undefined);
    expect(await links.signIn(unused), 'after a week').to.equal(undefined);
    expect(await links.behind('')).to.equal(undefined);
  });

  it('lets in one of those who use it at the same moment', async () => {
    const links = await createStatementLinks(await memoryStore(), Date.now);
    const token = await links.make({ room: 'r', municipality: 'Køge' });
    const visits = await Promise.all(Array.from({ length: 8 }, () => links.signIn(token)));
    expect(visits.filter(Boolean)).to.have.length(1);
  });
});
