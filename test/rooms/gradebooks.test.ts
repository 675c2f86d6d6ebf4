import { expect } from 'chai';
import { EVERYTHING } from '../../src/rooms/gradebooks.ts';
import { createRooms, type Rooms } from '../../src/rooms/rooms.ts';
import type { Launch } from '../../src/domain/launch.ts';
import { aLaunch } from '../support/launches.ts';
import { memoryStore } from '../support/stores.ts';

const LEASE = 300_000;
const MINUTE = 60_000;
const PREPARATION = 'modul-1-forberedelse';
const container = 'https://lms.example/lineitems';
function seen(...lineItems: string[]) {
  return {
    kind: 'seen' as const,
    columns: lineItems.map((lineItem) => ({ lineItem, resourceId: PREPARATION })),
  };
}

describe('what a room knows of its columns', () => {
  let now = 0;
  let store: Awaited<ReturnType<typeof memoryStore>>;
  let rooms: Rooms;
  let news: string[][];
  let isAway = false;

  beforeEach(async () => {
    now = Date.parse('2026-11-21T09:00:00Z');
    isAway = false;
    news = [];
    store = await memoryStore();
    rooms = await createRooms(store, () => now);
    rooms.gradebooks.onNews((_room, ids) => {
      if (isAway) return Promise.reject(new Error('the store is away'));
      return Promise.resolve(void news.push(ids));
    });
  });
  afterEach(() => store.close());

  const come = async (change: Partial<Launch> = {}, services: Partial<Launch['services']> = {}) => {
    const base = aLaunch();
    const { room } = await rooms.enrol({
      ...base,
      activity: '',
      services: { ...base.services, lineItem: '', lineItems: container, ...services },
      ...change,
    });
    return room.id;
  };
  const look = () => rooms.gradebooks.looks.claim(LEASE);
  const columns = async (room: string) => (await rooms.gradebooks.targets(room, PREPARATION)).columns;

  it('is where its container is, from any launch, the newest', async () => {
    await come();
    expect(await look()).to.include({ lineItems: container });
    await come({ person: { subject: 'another', name: '' } }, { lineItems: `${container}?new` });
    now += 10_000;
    expect(await look()).to.include({ lineItems: `${container}?new` });
    const room = await come({}, { lineItems: '' });
    expect((await rooms.room(room))?.lineItems, 'a launch without one takes nothing away').to.equal(`${container}?new`);
  });

  it('is seen by one look for everyone, whose news is told', async () => {
    const room = await come();
    await come({ person: { subject: 'another', name: '' } });
    const [one, two] = await Promise.all([look(), look()]);
    expect([one, two].filter(Boolean)).to.have.length(1);
    await (one ?? two)?.settle(seen('a', 'b'));
    expect(news).to.deep.equal([[EVERYTHING, PREPARATION]]);
    expect(await columns(room)).to.deep.equal(['a', 'b']);
    await come();
    expect(await look(), 'nothing has happened').to.equal(undefined);
  });

  it('is looked at ever more rarely, soon after something happened, and not where nobody comes any more', async () => {
    const room = await come();
    await (await look())?.settle(seen('a'));
    const pauses: number[] = [];
    for (let n = 0; n < 6; n += 1) {
      let waited = 0;
      let claimed = await look();
      while (!claimed) {
        waited += 1;
        now += MINUTE;
        claimed = await look();
      }
      pauses.push(waited);
      await claimed.settle(seen('a'));
    }
    expect(pauses).to.deep.equal([1, 1, 4, 16, 64, 256]);
    await rooms.gradebooks.lookSoon(room);
    await (await look())?.settle(seen('a'));
    now += MINUTE;
    await (await look())?.settle(seen('a'));
    expect(news, 'there was no news').to.have.length(1);
    now += 100 * 24 * 60 * MINUTE;
    await (await look())?.settle(seen('a'));
    now += 100 * 24 * 60 * MINUTE;
    expect(await look()).to.equal(undefined);
  });

  it('is looked at once in ten minutes, however many scores wait', async () => {
    const room = await come();
    await (await look())?.settle(seen());
    for (let n = 0; n < 30; n += 1) await rooms.gradebooks.lookForOne(room);
    expect(await look()).to.equal(undefined);
  });

  it('tells its news until that has gone well once, through a kill too', async () => {
    const room = await come();
    await (await look())?.settle(seen());
    await come({ activity: PREPARATION }, { lineItem: 'own' });
    now += 10_000;
    isAway = true;
    await (await look())?.settle(seen()).catch(() => undefined);
    isAway = false;
    now += LEASE + 1;
    await (await look())?.settle(seen());
    expect(news).to.deep.equal([[EVERYTHING], [PREPARATION]]);
    expect(await columns(room), 'what a launch named counts, listed or not').to.deep.equal(['own']);
  });

  it('tells of what a launch named although the container cannot be seen', async () => {
    const room = await come({ activity: PREPARATION }, { lineItem: 'own' });
    await (await look())?.settle({ kind: 'failed', cause: 'line-item-403', at: now + MINUTE });
    expect(news).to.deep.equal([[EVERYTHING]]);
    expect(await columns(room)).to.deep.equal(['own']);
    expect(await rooms.gradebooks.targets(room, 'modul-2-forberedelse')).to.include({ cause: 'line-item-403' });
  });

  it('does not ask a container that fails more often than it was told to', async () => {
    const room = await come();
    await (await look())?.settle({ kind: 'failed', cause: 'timeout', at: now + 10 * MINUTE });
    for (let n = 0; n < 9; n += 1) {
      await rooms.gradebooks.lookForOne(room);
      expect(await look()).to.equal(undefined);
      now += MINUTE;
    }
  });

  it('forgets a column that is gone, and finds the one in its place', async () => {
    const room = await come({ activity: PREPARATION }, { lineItem: 'own' });
    await (await look())?.settle(seen());
    await rooms.gradebooks.noteGone(room, 'own');
    expect(await columns(room)).to.deep.equal([]);
    now += 10_000;
    await (await look())?.settle(seen('new'));
    expect(await columns(room)).to.deep.equal(['new']);
  });

  it('lets a column be made only for a link that was launched without, once it is known that there is none', async () => {
    const room = await come({ activity: PREPARATION });
    const { resourceLink } = aLaunch();
    expect((await rooms.gradebooks.targets(room, PREPARATION)).makeFor).to.equal('');
    await (await look())?.settle(seen());
    expect((await rooms.gradebooks.targets(room, PREPARATION)).makeFor).to.equal(resourceLink.id);
    const other = await rooms.gradebooks.targets(room, 'modul-2-forberedelse');
    expect(other).to.include({ makeFor: '', cause: 'no-column' });
  });

  it('takes no scores where the platform lets us read them only', async () => {
    const read = ['https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly'];
    const room = await come({ activity: PREPARATION }, { lineItem: 'own', scopes: read });
    expect(await rooms.gradebooks.targets(room, PREPARATION)).to.include({ cause: 'no-grades' });
    expect(await columns(room)).to.deep.equal([]);
  });
});
