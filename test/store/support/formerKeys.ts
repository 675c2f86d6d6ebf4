import { personSchema, placementSchema } from '../../../src/rooms/records.ts';
import { createRooms } from '../../../src/rooms/rooms.ts';
import { findAllStored } from '../../../src/store/findAll.ts';
import { NAME as FORMS } from '../../../src/store/formCheck.ts';
import { openEngine, openStore, type StoreOptions } from '../../../src/store/openStore.ts';
import { pagesOf } from '../../../src/store/pages.ts';
import type { CollectionSchema } from '../../../src/store/port.ts';
import { aLaunch } from '../../support/launches.ts';

function formerOf<Doc extends object, Index extends keyof Doc & string>(schema: CollectionSchema<Doc, Index>) {
  const { keyBegins: _room, migrations: _forms, rekey: _keys, ...former } = schema;
  return former as CollectionSchema<Doc, Index>;
}

/** The launch of one of a class. */
export function launchOf(n: number) {
  return aLaunch({
    person: { subject: String(n), name: `Person ${n}` },
    resourceLink: { id: String(n % 3), title: '' },
  });
}

/** People and placements as a program of the former version sees them, whose keys were the hash alone. */
export async function openFormer(where: StoreOptions) {
  const store = await openStore(where);
  const people = await store.collection(formerOf(personSchema));
  const placements = await store.collection(formerOf(placementSchema));
  return { people, placements, close: () => store.close() };
}

/** Leaves a store as a program of the former version left it, with a class of so many; tells who is in it. */
export async function leaveFormer(where: StoreOptions, count: number) {
  const store = await openStore(where);
  const rooms = await createRooms(store, () => 1_000);
  const { id: room } = (await rooms.enrol(launchOf(0))).room;
  for (let n = 1; n < count; n += 1) await rooms.enrol(launchOf(n));
  const [people, placements] = [await store.collection(personSchema), await store.collection(placementSchema)];
  const [everyone, everything] = [await findAllStored(people, {}), await findAllStored(placements, {})];
  await people.deleteMany({ room });
  await placements.deleteMany({ room });
  await store.close();
  const engine = await openEngine(where.databaseUrl);
  const forms = await engine.table({ name: FORMS, indexes: [] });
  for (const { name } of [personSchema, placementSchema]) await forms.delete(name);
  await engine.close();

  const former = await openFormer(where);
  const hashIn = (key: string) => key.slice(room.length + 1);
  for (const { key, doc } of everyone) await former.people.insert(hashIn(key), doc);
  for (const { key, doc } of everything) await former.placements.insert(hashIn(key), doc);
  await former.close();
  return {
    room,
    people: everyone.map(({ doc }) => doc).sort((one, other) => one.number - other.number),
    placements: everything.map(({ doc }) => doc.id).sort(),
    /** Where the former version has the person of this key. */
    hashIn,
  };
}

/** Every key of a table, as the engine has it. */
export async function keysIn(databaseUrl: string, name: string): Promise<string[]> {
  const engine = await openEngine(databaseUrl);
  const shape = (await engine.shapes()).find((one) => one.name === name);
  const keys: string[] = [];
  for await (const page of shape ? pagesOf(engine, shape) : []) keys.push(...page.map(({ key }) => key));
  await engine.close();
  return keys;
}
