import { setTimeout as pause } from 'node:timers/promises';
import type { Form } from '../test/support/platform/webClient.ts';
import { asScript, classOf, draftIn, draftOf, places, type Class } from './support/classes.ts';
import { compared, median, type Bench, type Measurement } from './measure.ts';
import { memoryOf } from './support/processorTime.ts';
import { seededStore, type Session } from './support/seededStore.ts';

const MEGABYTE = 1024 * 1024;
const PEOPLE = 60;
/** Front pages, by people who take turns. */
const REQUESTS = 10_000;
/** How long the steady load goes on. `BENCH_MINUTES=60` is what the goal speaks of. */
const MINUTES = Number(process.env['BENCH_MINUTES'] ?? 3);
const PER_SECOND = 20;
const GOAL = { unit: 'MB', note: 'goal: 1.1 ×' } as const;

/** Memory must not grow with what was served: as fast as can be, and for a long time. */
export const memory: Bench = async () => [...(await afterMany()), ...(await underSteadyLoad())];

/** After ten thousand pages, beside after the first thousand. */
async function afterMany(): Promise<Measurement[]> {
  return served(async ({ participants }, { url, held }) => {
    const after: number[] = [];
    for (let count = 0; count <= REQUESTS; count += 1) {
      await askFor(url, placeOf(participants, count), places.front);
      if (count === REQUESTS / 10 || count === REQUESTS) after.push(held());
    }
    const [first = 0, last = 0] = after;
    const beside = { what: `the same, after ${REQUESTS / 10}`, value: first };
    return [compared({ what: `memory after ${REQUESTS} pages`, value: last }, beside, GOAL)];
  });
}

/** At the end of mixed pages and saves at a rate that one process holds easily, beside after a sixth of the time. */
async function underSteadyLoad(): Promise<Measurement[]> {
  return served(async (people, { url, held }) => {
    const asks = await mixed(url, people);
    const samples: number[] = [];
    const begun = performance.now();
    const isOver = () => performance.now() - begun >= MINUTES * 60_000;
    const sample = async () => {
      while (!isOver()) {
        samples.push(held());
        await pause(1000);
      }
    };
    await Promise.all([
      sample(),
      steadily((count) => asks[count % asks.length]?.(Math.floor(count / asks.length)), isOver),
    ]);
    // As many samples as a minute has of an hour.
    const window = Math.ceil(samples.length / 60);
    const until = (share: number) => median(samples.slice(0, Math.round(samples.length * share)).slice(-window));
    const beside = { what: `the same, after ${Number((MINUTES / 6).toFixed(1))}`, value: until(1 / 6) };
    const sixths = [2, 3, 4, 5].map((sixth) => until(sixth / 6).toFixed(0)).join(', ');
    return [
      compared(
        { what: `memory after ${MINUTES} minutes of ${PER_SECOND} pages and saves a second`, value: until(1) },
        beside,
        {
          ...GOAL,
          note: `${GOAL.note}; between, at each sixth: ${sixths} MB`,
        },
      ),
    ];
  });
}

interface Served {
  url: string;
  /** Megabytes that the product holds now. */
  held: () => number;
}

/** Starts the product with a class in its store. */
async function served(measure: (people: Class, product: Served) => Promise<Measurement[]>): Promise<Measurement[]> {
  const store = await seededStore();
  try {
    const people = await classOf(store, { context: 'class', people: PEOPLE });
    const product = await store.start();
    return await measure(people, { url: product.url, held: () => memoryOf(product.pid()) / MEGABYTE });
  } finally {
    await store.remove();
  }
}

/** Calls this so many times a second, whether or not what it began has ended. @throws what one of them throws */
async function steadily(ask: (count: number) => Promise<unknown> | undefined, isOver: () => boolean): Promise<void> {
  const open = new Set<Promise<unknown>>();
  const faults: unknown[] = [];
  const begun = performance.now();
  for (let count = 0; !isOver() && faults.length === 0; count += 1) {
    const asked: Promise<unknown> = Promise.resolve(ask(count))
      .catch((fault: unknown) => faults.push(fault))
      .finally(() => open.delete(asked));
    open.add(asked);
    await pause(Math.max(0, begun + ((count + 1) * 1000) / PER_SECOND - performance.now()));
  }
  await Promise.all(open);
  if (faults.length > 0) throw faults[0];
}

/** What a class does: mostly pages of the course, at each fifth time a save, now and then an instructor. Each is told whose turn it is. */
async function mixed(url: string, { participants, instructors }: Class) {
  const drafts = await Promise.all(participants.map((one) => draftOf(url, one)));
  const own = (place: string) => (turn: number) => askFor(url, placeOf(participants, turn), place);
  const taught = (place: string) => (turn: number) => askFor(url, placeOf(instructors, turn), place);
  const save = (turn: number) => saveDraft(placeOf(drafts, turn), placeOf(participants, turn));
  const pages = [own(places.front), own(places.step), own(places.handleplan), own(places.step), save];
  return [...pages, ...pages, ...pages, taught(places.brief), ...pages, taught(places.table)];
}

function placeOf<Item>(all: Item[], turn: number): Item {
  return all[turn % all.length] as Item;
}

async function askFor(url: string, { room, cookie }: Session, place: string): Promise<void> {
  const answer = await fetch(`${url}/rum/${room}/${place}`, { headers: { cookie } });
  const html = await answer.text();
  if (answer.status !== 200 || !html.includes('<h1')) throw new Error(`/${place} answered ${answer.status}.`);
}

/** As the script saves: the next save builds on this one. */
async function saveDraft(form: Form, { cookie }: Session): Promise<void> {
  const answer = await fetch(form.action, { method: 'POST', headers: { cookie, ...asScript }, body: draftIn(form) });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`A save answered ${answer.status}: ${text}`);
  Object.assign(form.fields, (JSON.parse(text) as { fields: Record<string, string> }).fields);
}
