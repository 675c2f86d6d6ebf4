import { expect } from 'chai';
import { createRooms, type Rooms } from '../../src/rooms/rooms.ts';
import type { Store } from '../../src/store/port.ts';
import { aLaunch } from '../support/launches.ts';
import { memoryStore } from '../support/stores.ts';

describe('rooms', () => {
  let store: Store;
  let rooms: Rooms;
  let now = 1_000;

  beforeEach(async () => {
    store = await memoryStore();
    rooms = await createRooms(store, () => now);
  });
  afterEach(() => store.close());

  it('are the same for every launch of one platform, deployment and context', async () => {
    const first = await rooms.enrol(aLaunch());
    const again = await rooms.enrol(
      aLaunch({ person: { subject: '5', name: '' }, resourceLink: { id: '18', title: '' } }),
    );
    expect(again.room.id).to.equal(first.room.id);
  });

  const others = { platform: 'platform-2', deployment: '2', context: { id: '3', title: 'Hold 7' } };
  for (const [fact, value] of Object.entries(others)) {
    it(`are others where the ${fact} differs, with other persons in them`, async () => {
      const first = await rooms.enrol(aLaunch());
      const other = await rooms.enrol(aLaunch({ [fact]: value }));
      expect(other.room.id).not.to.equal(first.room.id);
      expect(other.person.id).not.to.equal(first.person.id);
      expect(await rooms.people(first.room.id)).to.have.length(1);
    });
  }

  it('are not confused by ids that could be glued together alike', async () => {
    const one = await rooms.enrol(aLaunch({ platform: 'a', deployment: 'b|c' }));
    const two = await rooms.enrol(aLaunch({ platform: 'a|b', deployment: 'c' }));
    expect(one.room.id).not.to.equal(two.room.id);
  });

  it('give every person a number of their own, also when a whole class arrives at once', async () => {
    const subjects = Array.from({ length: 20 }, (_, index) => String(index));
    await Promise.all(subjects.map((subject) => rooms.enrol(aLaunch({ person: { subject, name: '' } }))));
    const [{ room }] = [await rooms.enrol(aLaunch({ person: { subject: '0', name: '' } }))];
    const people = await rooms.people(room.id);
    expect(people).to.have.length(20);
    expect(new Set(people.map((person) => person.number)).size).to.equal(20);
  });

  it('keep a person’s number and first visit, and follow their name and role', async () => {
    const { person } = await rooms.enrol(aLaunch());
    now = 2_000;
    const later = await rooms.enrol(aLaunch({ person: { subject: '4', name: '' }, role: 'instructor' }));
    expect(later.person).to.deep.equal({ ...person, name: '', role: 'instructor', lastSeen: 2_000 });
  });

  it('know every placement of an activity, and follow what a placement points to', async () => {
    const { room } = await rooms.enrol(aLaunch());
    await rooms.enrol(aLaunch({ resourceLink: { id: '18', title: 'Kopi' } }));
    expect(await rooms.placements(room.id, 'modul-1-forberedelse')).to.have.length(2);
    await rooms.enrol(aLaunch({ resourceLink: { id: '18', title: 'Kopi' }, activity: '' }));
    expect(await rooms.placements(room.id, 'modul-1-forberedelse')).to.have.length(1);
  });
});
