import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { wholeLog } from '../../src/features/auditLog/index.ts';
import { readConfig } from '../../src/config.ts';
import { openProduct } from '../../src/cli/openProduct.ts';
import { openStores } from '../../src/composition/stores.ts';
import { nothingChosen } from '../../src/domain/schedule.ts';
import { createPrivacy } from '../../src/features/privacy/index.ts';
import { addressUseSchema, feedSchema, subscriptionSchema } from '../../src/features/reminders/records.ts';
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
    const kept = await openStores(config, clock);
    await kept.store.collection(subscriptionSchema);
    await kept.store.collection(addressUseSchema);
    await kept.store.collection(feedSchema);
    const privacy = await createPrivacy(kept.store, {
      clock,
      dataDir,
      retentionMonths: 12,
      weeks: () => Promise.resolve(10),
    });
    return { ...kept, privacy, passTo: (time: string) => (now = Date.parse(time)) };
  };
  type World = Awaited<ReturnType<typeof world>>;
  const inRoom = (id: string) => aLaunch({ context: { id, title: id } });

  const sara = (context: string) => inRoom(context);
  const ulla = (context: string) =>
    aLaunch({ context: { id: context, title: context }, role: 'instructor', person: { subject: '9', name: 'Ulla' } });
  const note = { question: 'note', kind: 'text', posted: 'Godt', base: '', page: 'p' } as const;

  it('does not remove a room whose start was put two years back, though it looks as if it was over', async () => {
    const { rooms, schedules, privacy, store, passTo, diaryWeeks } = await world();
    const { room, person } = await rooms.enrol(sara('a'));
    passTo('2027-12-01T10:00:00Z');
    // A visit by a link of one's own is no launch.
    await diaryWeeks.save({ room: room.id, person: person.id, part: 'x' }, { fields: [note], dropped: [] });
    await schedules.save(room.id, { ...nothingChosen, start: '2025-12-03' }, 'i');
    for (const time of ['2027-12-02T02:00:00Z', '2028-02-02T02:00:00Z', '2028-11-30T02:00:00Z']) {
      passTo(time);
      expect(await privacy.retain(false)).to.deep.equal({ rooms: 0, waiting: 0, documents: {} });
      expect(await privacy.endingOf(room.id)).to.equal(undefined);
    }
    await store.close();
  });

  it('shows the staff of a room for thirty days that it is past its time, and then removes it', async () => {
    const { rooms, schedules, privacy, store, passTo } = await world();
    const { room } = await rooms.enrol(sara('a'));
    await schedules.save(room.id, { ...nothingChosen, start: '2026-01-05' }, 'i');
    // Ten weeks from 5 January; that staff look in keeps nobody's words.
    passTo('2027-03-10T00:00:00Z');
    await rooms.enrol(ulla('a'));
    expect(await privacy.retain(false)).to.deep.include({ rooms: 0, waiting: 0 });
    passTo('2027-03-17T00:00:00Z');
    expect(await privacy.retain(true)).to.deep.include({ rooms: 0, waiting: 1 });
    expect(await privacy.endingOf(room.id)).to.equal(undefined);
    expect(await privacy.retain(false)).to.deep.include({ rooms: 0, waiting: 1 });
    expect(await privacy.endingOf(room.id)).to.equal(Date.parse('2027-04-16T00:00:00Z'));
    passTo('2027-04-15T23:00:00Z');
    expect(await privacy.retain(false)).to.deep.include({ rooms: 0, waiting: 1 });
    passTo('2027-04-16T01:00:00Z');
    const dry = await privacy.retain(true);
    const documents = { people: 2, placements: 1, gradebooks: 1, room_settings: 1, room_endings: 1, rooms: 1 };
    expect(dry).to.deep.equal({ rooms: 1, waiting: 0, documents });
    expect(await rooms.room(room.id)).not.to.equal(undefined);
    expect(await privacy.retain(false)).to.deep.equal(dry);
    expect(await rooms.room(room.id)).to.equal(undefined);
    expect((await privacy.retain(false)).rooms).to.equal(0);
    await store.close();
  });

  for (const [what, revive] of [
    ['a participant comes', ({ rooms }: World) => rooms.enrol(sara('a'))],
    [
      'dates are set',
      ({ schedules }: World, room: string) => schedules.save(room, { ...nothingChosen, start: '2027-02-01' }, 'i'),
    ],
  ] as [string, (world: World, room: string) => Promise<unknown>][])
    it(`lets a room live on where ${what} before it is removed`, async () => {
      const all = await world();
      const { room } = await all.rooms.enrol(sara('a'));
      all.passTo('2027-01-06T10:00:00Z');
      expect(await all.privacy.retain(false)).to.deep.include({ waiting: 1 });
      await revive(all, room.id);
      all.passTo('2027-02-07T10:00:00Z');
      expect(await all.privacy.retain(false)).to.deep.include({ rooms: 0, waiting: 0 });
      expect(await all.privacy.endingOf(room.id)).to.equal(undefined);
      await all.store.close();
    });

  it('keeps the audit log for a year longer than the room', async () => {
    const { rooms, auditLog, privacy, store, passTo } = await world();
    const { room, person } = await rooms.enrol(sara('a'));
    const reader = { room: room.id, reader: 'i', role: 'instructor', kind: 'answers', activity: 'a' } as const;
    await auditLog.note({ ...reader, whose: [person.id] });
    for (const time of ['2027-01-06T10:00:00Z', '2027-02-07T10:00:00Z']) {
      passTo(time);
      await privacy.retain(false);
    }
    expect(await rooms.room(room.id)).to.equal(undefined);
    const lines = async () => (await wholeLog({ auditLog, privacy })).map(({ who, whose }) => ({ who, whose }));
    expect(await lines()).to.deep.equal([{ who: 'i', whose: [person.id] }]);
    passTo('2028-02-06T10:00:00Z');
    await privacy.retain(false);
    expect(await lines()).to.have.length(1);
    passTo('2028-02-07T10:00:00Z');
    await privacy.retain(false);
    expect(await lines()).to.deep.equal([]);
    await store.close();
  });

  it('removes a room without dates when nobody was there for twelve months, and no other', async () => {
    const { rooms, privacy, store, passTo } = await world();
    const { room: old } = await rooms.enrol(inRoom('a'));
    passTo('2026-06-05T10:00:00Z');
    const { room: young } = await rooms.enrol(inRoom('b'));
    for (const time of ['2027-01-06T10:00:00Z', '2027-02-07T10:00:00Z']) {
      passTo(time);
      await privacy.retain(false);
    }
    expect(await rooms.room(old.id)).to.equal(undefined);
    expect((await rooms.room(young.id))?.id).to.equal(young.id);
    expect(await rooms.people(young.id)).to.have.length(1);
    await store.close();
  });

  it('erases nothing where a collection that may hold something was not opened', async () => {
    const kept = await openStores(readConfig({ DATA_DIR: dataDir, DATABASE_URL: 'sqlite::memory:' }), Date.now);
    const privacy = await createPrivacy(kept.store, {
      clock: Date.now,
      dataDir,
      retentionMonths: 12,
      weeks: () => Promise.resolve(10),
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
    const people = await openProduct(readConfig({ DATA_DIR: dataDir }));
    const kept = await openStores(readConfig({ DATA_DIR: dataDir }), Date.now);
    const [sara, bo] = [
      await people.rooms.enrol(inRoom('a')),
      await people.rooms.enrol(aLaunch({ context: { id: 'a', title: 'a' }, person: { subject: '5', name: 'Bo' } })),
    ];
    const desk = { room: sara.room.id, person: 'teacher' };
    for (const { person } of [sara, bo])
      await kept.instructorNotes.star(desk, { activity: 'x', question: 'q', person: person.id, sentAt: 1 });
    await people.privacy.erase({ room: sara.room.id, person: sara.person.id }, { by: 'self' });
    expect((await kept.instructorNotes.stars(desk)).map(({ person }) => person)).to.deep.equal([bo.person.id]);
    expect(await kept.rooms.people(sara.room.id)).to.have.length(1);
    await kept.store.close();
    await people.close();
  });
});
