import { join } from 'node:path';
import type { Config } from '../config.ts';
import { loadCourse } from '../content/loading.ts';
import { openKept, openPrivacy } from '../deps.ts';
import { ErasureUnderWay } from '../privacy/index.ts';
import { addressUseSchema, feedSchema, subscriptionSchema } from '../reminders/records.ts';

/** What is kept of people, in the store that the server uses, running or not. Erasures that were interrupted are finished. */
export const openPeople = async (config: Config) => {
  const clock = Date.now;
  const kept = await openKept(config, clock);
  const { store } = kept;
  try {
    await store.collection(subscriptionSchema);
    await store.collection(addressUseSchema);
    await store.collection(feedSchema);
    const courses = await loadCourse(
      config.courseDir ?? join(import.meta.dirname, '..', '..', 'content', 'taettere-paa-job'),
    );
    const privacy = await openPrivacy({ config, clock, store, courses });
    await privacy.finishErasures().catch(leaveToServer);
    return {
      rooms: kept.rooms,
      readings: kept.readings,
      privacy,
      courses,
      opened: () => store.opened(),
      close: () => store.close(),
    };
  } catch (error) {
    await store.close();
    throw error;
  }
};

/** One that cannot be carried out now must not keep anyone from what a command is for. */
const leaveToServer = (error: unknown): void => {
  if (!(error instanceof ErasureUnderWay)) throw error;
};

export type People = Awaited<ReturnType<typeof openPeople>>;

/** Opens, does one thing, and closes whatever comes of it. */
export const withPeople = async <Result>(
  config: Config,
  work: (people: People) => Promise<Result>,
): Promise<Result> => {
  const people = await openPeople(config);
  try {
    return await work(people);
  } finally {
    await people.close();
  }
};
