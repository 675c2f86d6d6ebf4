import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { load } from 'cheerio';
import { pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import { openStores } from '../../src/composition/stores.ts';
import type { Deps } from '../../src/deps.ts';
import { ERASURES, keepErasing } from '../../src/features/privacy/index.ts';
import { hashOf } from '../../src/features/privacy/erasing/erasures.ts';
import { StoreUnavailable } from '../../src/store/errors.ts';
import { onEachEngine } from '../store/support/engines.ts';
import { temporaryFolder } from '../store/support/folder.ts';
import { headingOf, openPreparation, prepareAndSend } from '../support/participant.ts';
import { openParts, startAppAndPlatform } from '../support/app.ts';
import { aLaunch } from '../support/launches.ts';
import { people as names } from '../support/platform/startPlatform.ts';
import { until } from '../support/waiting.ts';

const WORDS = 'Jeg sover dårligt om natten';
const field = { question: 'note', kind: 'text', posted: WORDS, base: '', page: 'p' } as const;

/** From now on nothing can be removed from the collection, as on a full disk; undone by what is returned. */
function refuseRemoving(opened: ReturnType<Deps['store']['opened']>, name: string): () => void {
  const documents = opened.find((one) => one.name === name)?.documents;
  if (!documents) throw new Error(`${name} was not opened.`);
  const deleteMany = documents.deleteMany.bind(documents);
  documents.deleteMany = () => Promise.reject(new StoreUnavailable('no', { trouble: 'the disk is full' }));
  return () => void (documents.deleteMany = deleteMany);
}

describe('an erasure that breaks off', function () {
  this.timeout(60_000);

  it('is told to be under way, and gone on with by the running program', async () => {
    const world = await startAppAndPlatform();
    const { app, platform } = world;
    const { client, page } = await openPreparation(platform, names.mette);
    await prepareAndSend(client, page);
    const room = /\/rum\/([^/]+)\//.exec(page.url)?.[1] ?? '';
    const [person] = await app.deps.rooms.people(room);
    const mend = refuseRemoving(app.deps.store.opened(), 'responses');
    const ask = await client.get(`${app.url}/rum/${room}/mine-data/slet`);
    const said = await client.submit(ask, { bekraeft: 'ja' });
    expect(said.status).to.equal(202);
    expect(headingOf(said)).to.equal('Vi er i gang med at slette');
    expect(load(said.html)('main form, main a').length).to.equal(0);
    expect((await client.get(`${app.url}/rum/${room}/mine-data`)).status).to.equal(401);

    const left = async () => app.deps.responses.ofPerson(room, person?.id ?? '');
    const erasing = keepErasing(app.deps.privacy, pino({ level: 'silent' }));
    await erasing.start(20);
    expect(await left()).to.have.length(1);
    mend();
    await until('the rest is removed', async () => (await left()).length === 0);
    await erasing.stop();
    await world.close();
  });
});

describe('the files of the embedded store after an erasure', () => {
  const folder = temporaryFolder();

  it('hold no form of what was written, in the log neither', async () => {
    const people = await openParts({ DATA_DIR: folder() });
    const kept = await openStores(readConfig({ DATA_DIR: folder() }), Date.now);
    const { person, room } = await people.rooms.enrol(aLaunch());
    const of = { room: room.id, person: person.id };
    const notes = { fields: [field], dropped: [] };
    for (const part of ['1', '2', '3']) await kept.diaryWeeks.save({ ...of, part }, notes);
    const sealed: string[] = [];
    const diary = people.store.opened().find(({ name }) => name === 'diary_weeks');
    for await (const page of diary?.stored() ?? []) sealed.push(...page.map(({ doc }) => String(doc['draft'])));
    const files = () => ['', '-wal'].map((end) => readFileSync(join(folder(), `store.sqlite${end}`)));
    const found = () => sealed.filter((text) => files().some((file) => file.includes(text)));
    expect(found()).to.have.length(3);
    await people.privacy.erase(of, { by: 'self' });
    expect(found()).to.deep.equal([]);
    await kept.store.close();
    await people.close();
  });
});

onEachEngine('what is left of someone erased', function (place) {
  this.timeout(60_000);
  const settings = () => ({ DATA_DIR: place.folder(), DATABASE_URL: place.databaseUrl() });
  const someoneWhoWrote = async (people: Deps) => {
    const { person, room } = await people.rooms.enrol(aLaunch());
    const kept = await openStores(readConfig(settings()), Date.now);
    const of = { room: room.id, person: person.id };
    await kept.diaryWeeks.save({ ...of, part: '2026-01-05' }, { fields: [field], dropped: [] });
    await kept.auditLog.note({
      ...of,
      reader: 'i',
      role: 'instructor',
      kind: 'answers',
      activity: 'a',
      whose: [person.id],
    });
    await kept.store.close();
    return of;
  };

  it('is found by the mark alone, in others’ documents too', async () => {
    const people = await openParts(settings());
    const of = await someoneWhoWrote(people);
    const collection = (name: string) => people.store.opened().find((one) => one.name === name)?.documents;
    // As a process leaves it that dies between a write and its look for the mark: a note, and the mark.
    await collection('people')?.deleteMany({ id: of.person });
    await collection(ERASURES)?.insert(hashOf(of.person), { state: 'done', at: 1, whom: null });
    expect(await people.privacy.sweepErased()).to.equal(1);
    expect(await collection('diary_weeks')?.count({})).to.equal(0);
    const [reading] = (await collection('readings')?.find({ where: {} }))?.items ?? [];
    expect(reading?.doc['whose']).to.deep.equal([]);
    expect(await people.privacy.sweepErased()).to.equal(0);
    await people.close();
  });
});
