import type { Clock } from '../domain/clock.ts';
import { MOST_PLATFORMS, type Meters } from '../http/measures.ts';
import type { Lti } from '../lti/index.ts';
import type { PlatformScores, ScoreHealth } from '../responses/scoreHealth.ts';
import type { Store, Waiting } from '../store/port.ts';

interface Watched {
  meters: Pick<Meters, 'watch'>;
  clock: Clock;
  store: Pick<Store, 'opened'>;
  scoreHealth: Pick<ScoreHealth, 'of'>;
  platforms: Pick<Lti['platforms'], 'list'>;
}

/**
 * The figures that `/metrics` reads from the store whenever it is asked: queue lengths, and scores that have not been
 * delivered.
 */
export function addStoreMeters(watched: Watched): void {
  watchQueues(watched);
  watchScores(watched);
}

function watchQueues({ meters, clock, store }: Watched): void {
  const look = async () => {
    const queues = store.opened().flatMap(({ name, waiting }) => (waiting ? [{ name, waiting }] : []));
    return Promise.all(queues.map(async ({ name, waiting }) => ({ name, waiting: await waiting(clock()) })));
  };
  let looking: ReturnType<typeof look> | undefined;
  const inEach = async (value: (waiting: Waiting) => number) => {
    // Prometheus asks for all three figures at once, and each queue is looked at once for them.
    looking ??= look().finally(() => (looking = undefined));
    return (await looking).map(({ name, waiting }) => ({ labels: { queue: name }, value: value(waiting) }));
  };
  meters.watch({
    name: 'tpj_queue_waiting',
    help: 'What waits in a queue, now or for later, what is in hand included',
    labels: ['queue'],
    read: () => inEach(({ all }) => all),
  });
  meters.watch({
    name: 'tpj_queue_due',
    help: 'What is due in a queue and in nobody’s hands',
    labels: ['queue'],
    read: () => inEach(({ due }) => due),
  });
  meters.watch({
    name: 'tpj_queue_oldest_due_seconds',
    help: 'How long the first of a queue has been due; 0 where nothing is',
    labels: ['queue'],
    read: () => inEach(({ oldest }) => oldest / 1000),
  });
}

/** The states in which a score has not got through. */
const states = ['waiting', 'columnless', 'stopped'] as const satisfies readonly (keyof PlatformScores)[];

function watchScores({ meters, scoreHealth, platforms }: Watched): void {
  meters.watch({
    name: 'tpj_scores',
    help: 'Scores that have not got through, by the id of the platform: tried again, without a column, or given up',
    labels: ['platform', 'state'],
    read: async () => {
      const all = (await platforms.list()).slice(0, MOST_PLATFORMS);
      const health = await Promise.all(all.map(async ({ id }) => ({ id, of: await scoreHealth.of(id) })));
      return health.flatMap(({ id, of }) =>
        states.map((state) => ({ labels: { platform: id, state }, value: of[state] })),
      );
    },
  });
}
