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
  /** The list of erasures outside the store, which survives a restore. */
  list: string;
}

/** The erasure is recorded and has begun; the running program continues with the rest by itself. */
export class ErasureUnderWay extends Error {
  constructor(options: ErrorOptions) {
    super('The erasure has begun and is not over. It is gone on with by the running program.', options);
    this.name = 'ErasureUnderWay';
  }
}

/**
 * Removes all data about a person. The request is stored first, so that an interrupted erasure is continued, and so
 * that no later write leaves anything (`guardErased.ts`). The person is removed before what they wrote, so that their
 * open pages find no one to write for.
 * @returns how many documents were removed
 * @throws {ErasureUnderWay} if it could not be completed now
 */
export async function erase(deps: EraseDeps, whom: Whom, eraser: Eraser): Promise<number> {
  // If the inventory is incomplete, nothing begins.
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

/** Also removes the data from the engine's own files, which until then still contain whom it was about. */
async function scrub({ store, erasures }: EraseDeps, key: string): Promise<void> {
  await store.scrub();
  await update(erasures, key, (doc): Erasure => ({ ...doc, state: 'done' }));
}

/** Once an administrator is erased too, the erasures they made no longer say who did it. */
async function forgetActor(erasures: Erasures, person: string): Promise<void> {
  // There are few erasures, and old ones have no such field to search by.
  const named = (await allErasures(erasures)).filter(({ doc }) => doc.actor === person);
  for (const { key } of named) await update(erasures, key, (doc): Erasure => ({ ...doc, actor: '' }));
}

/**
 * Continues interrupted erasures; returns how many. An erasure that fails now does not delay the others.
 * @throws {ErasureUnderWay} if any of them is still incomplete
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

/** Removes the person from other people's documents in the room. */
async function forgetMentions(store: Store, { room, person }: Whom): Promise<void> {
  for (const known of knownIn(store, 'room')) {
    if (!isMentioning(known)) continue;
    for (const { key } of await allOf(known, { [known.entry.room ?? 'room']: room }))
      await forgetIn(known, key, (one) => one === person);
  }
}
