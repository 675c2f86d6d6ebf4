import type { Clock } from '../../../domain/clock.ts';
import { findAllStored } from '../../../store/findAll.ts';
import { DuplicateKey, type Store } from '../../../store/port.ts';
import { update } from '../../../store/update.ts';
import { allOf, knownIn, wheresOf, type Known, type Whom } from '../inventory/belonging.ts';
import { forgetIn, isMentioning } from '../inventory/mentions.ts';
import { addToList, allErasures, hashOf, type Eraser, type Erasure, type Erasures } from './erasures.ts';

export interface EraseDeps {
  store: Store;
  erasures: Erasures;
  clock: Clock;
  /** The list that outlives the store. */
  list: string;
}

/** The wish is stored; what has been removed by now is gone, and the running program goes on with the rest by itself. */
export class ErasureUnderWay extends Error {
  constructor(options: ErrorOptions) {
    super('The erasure has begun and is not over. It is gone on with by the running program.', options);
    this.name = 'ErasureUnderWay';
  }
}

/**
 * Removes all that is kept of a person. The wish is stored first, so that an erasure which is interrupted is gone on with,
 * and so that no write that comes later leaves anything (`guardErased.ts`). The person goes before what they wrote, so that
 * their open pages find no one to write for.
 * @returns how many documents were removed
 * @throws {ErasureUnderWay} where it could not be carried to its end now
 */
export async function erase(deps: EraseDeps, whom: Whom, eraser: Eraser): Promise<number> {
  // Where the inventory is not whole, nothing begins.
  knownIn(deps.store, 'person');
  const key = hashOf(whom.person);
  const actor = eraser.by === 'administrator' ? eraser.actor : '';
  const wish: Erasure = { state: 'under way', at: deps.clock(), whom, by: eraser.by, actor };
  try {
    await deps.erasures.insert(key, wish);
  } catch (error) {
    if (!(error instanceof DuplicateKey)) throw error;
  }
  try {
    return await carryOut(deps, { key, at: wish.at, whom });
  } catch (cause) {
    throw new ErasureUnderWay({ cause });
  }
}

async function carryOut(deps: EraseDeps, { key, at, whom }: { key: string; at: number; whom: Whom }) {
  const { store, erasures, list } = deps;
  addToList(list, key, at);
  const removed = await remove(store, whom);
  await forgetActor(erasures, whom.person);
  await update(erasures, key, (doc): Erasure => ({ ...doc, state: 'removed', whom: null }));
  await scrub(deps, key);
  return removed;
}

/** What was removed is also to be nowhere in the engine's own files; whom it was about is in them until then, too. */
async function scrub({ store, erasures }: EraseDeps, key: string): Promise<void> {
  await store.scrub();
  await update(erasures, key, (doc): Erasure => ({ ...doc, state: 'done' }));
}

/** Once an administrator is erased too, the erasures they asked for no longer say who it was. */
async function forgetActor(erasures: Erasures, person: string): Promise<void> {
  // There are few, and those from before this was noted have no such field to search by.
  const named = (await allErasures(erasures)).filter(({ doc }) => doc.actor === person);
  for (const { key } of named) await update(erasures, key, (doc): Erasure => ({ ...doc, actor: '' }));
}

/**
 * Goes on with erasures that were interrupted; how many. One that cannot be carried out now does not hold up the others.
 * @throws {ErasureUnderWay} where any of them is still not over
 */
export async function finishErasures(deps: EraseDeps): Promise<number> {
  const of = (state: Erasure['state']) => findAllStored(deps.erasures, { state });
  const open = [...(await of('under way')), ...(await of('removed'))];
  const failures: unknown[] = [];
  for (const { key, doc } of open) {
    try {
      if (doc.whom) await carryOut(deps, { key, at: doc.at, whom: doc.whom });
      else await scrub(deps, key);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new ErasureUnderWay({ cause: failures[0] });
  return open.length;
}

async function remove(store: Store, whom: Whom): Promise<number> {
  let count = 0;
  const peopleFirst = (one: Known, other: Known) =>
    Number(other.entry.name === 'people') - Number(one.entry.name === 'people');
  for (const known of knownIn(store, 'person').sort(peopleFirst)) {
    for (const where of wheresOf(known, whom)) count += await known.collection.documents.deleteMany(where);
  }
  await forgetMentions(store, whom);
  return count;
}

/** Documents of others in the room in which the person is named. */
async function forgetMentions(store: Store, { room, person }: Whom): Promise<void> {
  for (const known of knownIn(store, 'room')) {
    if (!isMentioning(known)) continue;
    for (const { key } of await allOf(known, { [known.entry.room ?? 'room']: room }))
      await forgetIn(known, key, (one) => one === person);
  }
}
