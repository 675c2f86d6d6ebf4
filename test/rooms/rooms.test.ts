import { expect } from 'chai';
import type { Launch } from '../../src/domain/launch.ts';
import { placementKey, placementSchema, roomKey, roomSchema } from '../../src/rooms/records.ts';
import { createRooms, type Rooms } from '../../src/rooms/rooms.ts';
import { seenOf } from '../../src/rooms/roster.ts';
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

  it('are written at a launch only where it changes something, and once an hour', async () => {
    const written = await store.collection(roomSchema);
    const placed = await store.collection(placementSchema);
    const launch = aLaunch();
    const { room, placement } = await rooms.enrol(launch);
    const versions = async () => [
      (await written.get(roomKey(launch)))?.version,
      (await placed.get(placementKey(room.id, launch.resourceLink.id)))?.version,
    ];
    const first = await versions();
    await rooms.enrol(launch);
    expect(await versions()).to.deep.equal(first);
    now += 3_600_000;
    const later = await rooms.enrol(launch);
    expect(later.room.lastLaunchAt).to.equal(now);
    const moved = await rooms.enrol({ ...launch, services: { ...launch.services, lineItem: 'https://lms.example/8' } });
    expect(moved.placement).to.deep.equal({ ...placement, lineItem: 'https://lms.example/8' });
  });

  it('do not hold the platform’s list to staff who try the course as a participant', async () => {
    const admin = { person: { subject: '2', name: 'Søren' } };
    await rooms.enrol(aLaunch({ ...admin, role: 'instructor' }));
    await rooms.enrol(aLaunch({ ...admin, role: 'participant' }));
    const { room } = await rooms.enrol(aLaunch({ person: { subject: '4', name: 'Mette' }, role: 'participant' }));
    expect(seenOf(await rooms.people(room.id)).map(({ subject }) => subject)).to.deep.equal(['4']);
  });

  it('keep a person’s number and first visit, and follow their name and role', async () => {
    const { person } = await rooms.enrol(aLaunch());
    now = 2_000;
    const later = await rooms.enrol(aLaunch({ person: { subject: '4', name: '' }, role: 'instructor' }));
    expect(later.person).to.deep.equal({ ...person, name: '', role: 'instructor', hasLed: true, lastSeen: 2_000 });
  });

  it('know every placement of an activity, and follow what a placement points to', async () => {
    const { room } = await rooms.enrol(aLaunch());
    await rooms.enrol(aLaunch({ resourceLink: { id: '18', title: 'Kopi' } }));
    expect(await rooms.placements(room.id, 'modul-1-forberedelse')).to.have.length(2);
    await rooms.enrol(aLaunch({ resourceLink: { id: '18', title: 'Kopi' }, activity: '' }));
    expect(await rooms.placements(room.id, 'modul-1-forberedelse')).to.have.length(1);
  });
});

describe('a room that is a copy', () => {
  let store: Store;
  let rooms: Rooms;
  beforeEach(async () => {
    store = await memoryStore();
    rooms = await createRooms(store, () => 1_000);
  });
  afterEach(() => store.close());

  const copied = (contexts: string[], change: Partial<Launch> = {}) =>
    aLaunch({ context: { id: '9', title: 'Hold 8' }, history: { contexts, resourceLinks: ['17'] }, ...change });

  it('remembers the nearest room it is a copy of, and takes over no one and nothing', async () => {
    const { room: original } = await rooms.enrol(aLaunch());
    const { room } = await rooms.enrol(copied(['7', '2', '1']));
    expect(room.copiedFrom).to.equal(original.id);
    expect(await rooms.people(room.id)).to.have.length(1);
    expect(original.copiedFrom).to.equal('');
  });

  for (const [name, change] of Object.entries({ platform: { platform: 'other' }, deployment: { deployment: '2' } })) {
    it(`is of the same ${name}, or of none that is known`, async () => {
      await rooms.enrol(aLaunch());
      expect((await rooms.enrol(copied(['2'], change))).room.copiedFrom).to.equal('');
    });
  }

  it('is never a copy of itself', async () => {
    expect((await rooms.enrol(copied(['9']))).room.copiedFrom).to.equal('');
    expect((await rooms.enrol(copied(['9']))).room.copiedFrom).to.equal('');
  });

  it('opens what a link opened there, where the link has lost its custom parameters', async () => {
    await rooms.enrol(aLaunch());
    const { placement } = await rooms.enrol(copied(['2'], { resourceLink: { id: '40', title: '' }, activity: '' }));
    expect(placement?.activity).to.equal('modul-1-forberedelse');
    const own = await rooms.enrol(copied(['2'], { resourceLink: { id: '40', title: '' }, activity: 'andet' }));
    expect(own.placement?.activity).to.equal('andet');
  });

  it('gets no placement from a content selection', async () => {
    const launch = aLaunch({ selection: 'a', resourceLink: { id: '', title: '' }, activity: '' });
    const { room, placement } = await rooms.enrol(launch);
    expect(placement).to.equal(undefined);
    expect(await rooms.placements(room.id, '')).to.deep.equal([]);
  });
});
