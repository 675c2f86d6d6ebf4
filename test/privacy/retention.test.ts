import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readConfig } from '../../src/config.ts';
import { openPeople } from '../../src/cli/openPeople.ts';
import { openKept } from '../../src/deps.ts';
import { nothingChosen } from '../../src/domain/schedule.ts';
import { createPrivacy } from '../../src/privacy/index.ts';
import { addressUseSchema, feedSchema, subscriptionSchema } from '../../src/reminders/records.ts';
import { aLaunch } from '../support/launches.ts';

describe('retention', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'retention-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  const world = async () => {
    let now = Date.parse('2026-01-05T10:00:00Z');
    const clock = () => now;
    const config = readConfig({ DATA_DIR: dataDir, DATABASE_URL: 'sqlite::memory:' });
    const kept = await openKept(config, clock);
    await kept.store.collection(subscriptionSchema);
    await kept.store.collection(addressUseSchema);
    await kept.store.collection(feedSchema);
    const privacy = await createPrivacy(kept.store, { clock, dataDir, retentionMonths: 12, weeks: () => 10 });
    return { ...kept, privacy, passTo: (time: string) => (now = Date.parse(time)) };
  };
  const inRoom = (id: string) => aLaunch({ context: { id, title: id } });

  it('removes a room twelve months after its last week, though someone was there since', async () => {
    const { rooms, schedules, privacy, store, passTo } = await world();
    const { room } = await rooms.enrol(inRoom('a'));
    await schedules.save(room.id, { ...nothingChosen, start: '2026-01-05' }, 'i');
    passTo('2027-03-10T00:00:00Z');
    await rooms.enrol(inRoom('a'));
    expect((await privacy.retain(false)).rooms).to.equal(0);
    passTo('2027-03-17T00:00:00Z');
    const dry = await privacy.retain(true);
    expect(dry).to.deep.equal({ rooms: 1, documents: { people: 1, placements: 1, room_settings: 1, rooms: 1 } });
    expect(await rooms.room(room.id)).not.to.equal(undefined);
    expect(await privacy.retain(false)).to.deep.equal(dry);
    expect(await rooms.room(room.id)).to.equal(undefined);
    expect((await privacy.retain(false)).rooms).to.equal(0);
    await store.close();
  });

  it('removes a room without dates when nobody was there for twelve months, and no other', async () => {
    const { rooms, privacy, store, passTo } = await world();
    const { room: old } = await rooms.enrol(inRoom('a'));
    passTo('2026-06-05T10:00:00Z');
    const { room: young } = await rooms.enrol(inRoom('b'));
    passTo('2027-01-06T10:00:00Z');
    await privacy.retain(false);
    expect(await rooms.room(old.id)).to.equal(undefined);
    expect((await rooms.room(young.id))?.id).to.equal(young.id);
    expect(await rooms.people(young.id)).to.have.length(1);
    await store.close();
  });

  it('erases nothing where a collection that may hold something was not opened', async () => {
    const kept = await openKept(readConfig({ DATA_DIR: dataDir, DATABASE_URL: 'sqlite::memory:' }), Date.now);
    const privacy = await createPrivacy(kept.store, {
      clock: Date.now,
      dataDir,
      retentionMonths: 12,
      weeks: () => 10,
    });
    const { person, room } = await kept.rooms.enrol(inRoom('a'));
    const failed = await privacy
      .erase({ person: person.id, room: room.id }, { by: 'self' })
      .catch((error: unknown) => String(error));
    expect(failed).to.include('was not opened');
    expect(await kept.rooms.person(person.id)).not.to.equal(undefined);
    await kept.store.close();
  });

  it('leaves another’s words, and takes the mark that an instructor has set on the erased', async () => {
    const people = await openPeople(readConfig({ DATA_DIR: dataDir }));
    const kept = await openKept(readConfig({ DATA_DIR: dataDir }), Date.now);
    const [sara, bo] = [
      await people.rooms.enrol(inRoom('a')),
      await people.rooms.enrol(aLaunch({ context: { id: 'a', title: 'a' }, person: { subject: '5', name: 'Bo' } })),
    ];
    const desk = { room: sara.room.id, person: 'teacher' };
    for (const { person } of [sara, bo])
      await kept.desks.star(desk, { activity: 'x', question: 'q', person: person.id, sentAt: 1 });
    await people.privacy.erase({ room: sara.room.id, person: sara.person.id }, { by: 'self' });
    expect((await kept.desks.stars(desk)).map(({ person }) => person)).to.deep.equal([bo.person.id]);
    expect(await kept.rooms.people(sara.room.id)).to.have.length(1);
    await kept.store.close();
    await people.close();
  });
});
