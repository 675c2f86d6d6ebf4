import type { Clock } from '../domain/clock.ts';
import { DuplicateKey, type Store } from '../store/port.ts';
import { update } from '../store/update.ts';
import { allOf, knownIn, wheresOf, type Known, type Whom } from './belonging.ts';
import { addToList, allErasures, hashOf, type Eraser, type Erasure, type Erasures } from './erasures.ts';

export interface EraseNeeds {
  store: Store;
  erasures: Erasures;
  clock: Clock;
  /** The list that outlives the store. */
  list: string;
}

/**
 * Removes all that is kept of a person. The wish is stored first, so that an erasure which is interrupted is gone on with;
 * the person goes before what they wrote, so that their open pages find no one to write for.
 * @returns how many documents were removed
 */
export const erase = async (needs: EraseNeeds, whom: Whom, eraser: Eraser): Promise<number> => {
  const { store, erasures, clock, list } = needs;
  // Where the inventory is not whole, nothing begins.
  knownIn(store, 'person');
  const key = hashOf(whom.person);
  const actor = eraser.by === 'administrator' ? eraser.actor : '';
  const wish: Erasure = { state: 'under way', at: clock(), whom, by: eraser.by, actor };
  try {
    await erasures.insert(key, wish);
  } catch (error) {
    if (!(error instanceof DuplicateKey)) throw error;
  }
  addToList(list, key, wish.at);
  const removed = await remove(store, whom);
  // A form that was on its way when the person went may have come after.
  const late = await remove(store, whom);
  await forgetActor(erasures, whom.person);
  await update(erasures, key, (doc): Erasure => ({ ...doc, state: 'done', whom: null }));
  return removed + late;
};

/** Once an administrator is erased too, the erasures they asked for no longer say who it was. */
const forgetActor = async (erasures: Erasures, person: string): Promise<void> => {
  // There are few, and those from before this was noted have no such field to search by.
  const named = (await allErasures(erasures)).filter(({ doc }) => doc.actor === person);
  for (const { key } of named) await update(erasures, key, (doc): Erasure => ({ ...doc, actor: '' }));
};

/** Goes on with erasures that were interrupted; how many. */
export const finishErasures = async (needs: EraseNeeds): Promise<number> => {
  const open = await needs.erasures.find({ where: { state: 'under way' }, limit: 1000 });
  // Who asked stands in the wish already, and stays.
  for (const { doc } of open.items) if (doc.whom) await erase(needs, doc.whom, { by: 'operator' });
  return open.items.length;
};

const remove = async (store: Store, whom: Whom): Promise<number> => {
  let count = 0;
  const peopleFirst = (one: Known, other: Known) =>
    Number(other.entry.name === 'people') - Number(one.entry.name === 'people');
  for (const known of knownIn(store, 'person').sort(peopleFirst)) {
    for (const where of wheresOf(known, whom)) count += await known.collection.documents.deleteMany(where);
  }
  await forgetMentions(store, whom);
  return count;
};

/** Documents of others in which the person is named: an instructor's stars, whose words were read, and who changed the dates. */
const forgetMentions = async (store: Store, { room, person }: Whom): Promise<void> => {
  for (const known of knownIn(store, 'room')) {
    const forget = mentions[known.entry.name];
    if (!forget) continue;
    for (const { key } of await allOf(known, { [known.entry.room ?? 'room']: room }))
      await update(known.collection.documents, key, (doc) => forget(doc, person));
  }
};

type Forget = (doc: Record<string, unknown>, person: string) => Record<string, unknown>;

const mentions: Partial<Record<string, Forget>> = {
  instructor_desks: (doc, person) => {
    const stars: unknown[] = Array.isArray(doc['stars']) ? doc['stars'] : [];
    const left = stars.filter((star) => (star as { person?: string }).person !== person);
    return left.length === stars.length ? doc : { ...doc, stars: left };
  },
  readings: (doc, person) => {
    const people: unknown[] = Array.isArray(doc['whose']) ? doc['whose'] : [];
    return people.includes(person) ? { ...doc, whose: people.filter((one) => one !== person) } : doc;
  },
  room_settings: (doc, person) => (doc['changedBy'] === person ? { ...doc, changedBy: '' } : doc),
};
