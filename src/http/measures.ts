import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { withTimeout } from '../util/withTimeout.ts';
import { once } from '../util/once.ts';
import type { Measures } from '../domain/measures.ts';

/** Seconds: from the fastest answer to one that a proxy no longer waits for. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** Seconds: most store operations take less than a millisecond. */
const STORE_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];
/** If registration is open, anyone may register; platforms beyond this number share one label. */
export const MOST_PLATFORMS = 100;
/** In milliseconds: a slow figure must not delay the others when Prometheus asks. */
const PATIENCE = 2000;

/** The program's metrics, and their text for Prometheus. */
export interface Meters extends Measures {
  /** A request of a page or a form in a room has been answered. */
  request(about: { method: string; status: number; inRoom: boolean }, seconds: number): void;
  /** Reads these figures each time that Prometheus asks; one that cannot be read is left out. */
  watch(figure: Figure): void;
  contentType: string;
  text(): Promise<string>;
}

/** A number that the program does not count but can look up. */
interface Figure {
  name: string;
  help: string;
  labels: readonly string[];
  read: () => Promise<{ labels: Record<string, string>; value: number }[]>;
}

/** Creates the program's metrics. Each product in a process has its own, so that tests see only theirs. */
export function createMeters(): Meters {
  const registry = Registry.merge([ofProcess()]);
  const registers = [registry];
  return {
    ...ofRequests(registers),
    ...ofEntry(registers),
    ...ofParts(registers),
    watch: (figure) => void gaugeOf(figure, registers),
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}

/** The metrics of the process itself; created once, since their collection never stops. */
const ofProcess = once(() => {
  const register = new Registry();
  collectDefaultMetrics({ register });
  return register;
});

function ofRequests(registers: Registry[]): Pick<Meters, 'request'> {
  const all = new Histogram({
    name: 'http_request_seconds',
    help: 'Time to answer a request, by method and status',
    labelNames: ['method', 'status'],
    registers,
  });
  const inRooms = new Histogram({
    name: 'tpj_room_request_seconds',
    help: 'Time to answer in a room: page or save, and whether it was answered (ok), refused (4xx) or failed (5xx)',
    labelNames: ['kind', 'outcome'],
    buckets: SECONDS,
    registers,
  });
  return {
    request: ({ method, status, inRoom }, seconds) => {
      all.observe({ method, status }, seconds);
      if (inRoom) inRooms.observe({ kind: method === 'POST' ? 'save' : 'page', outcome: outcomeOf(status) }, seconds);
    },
  };
}

function outcomeOf(status: number): string {
  if (status >= 500) return 'failed';
  return status >= 400 ? 'refused' : 'ok';
}

function ofEntry(registers: Registry[]): Pick<Meters, 'step'> {
  const steps = new Counter({
    name: 'tpj_launches_total',
    help: 'Steps on the way in, by what became of them: let-in, or a code of docs/codes.md',
    labelNames: ['step', 'outcome'],
    registers,
  });
  const seconds = new Histogram({
    name: 'tpj_launch_seconds',
    help: 'Time to answer a step on the way in',
    labelNames: ['step'],
    buckets: SECONDS,
    registers,
  });
  return {
    step: (step, outcome, taken) => {
      steps.inc({ step, outcome });
      seconds.observe({ step }, taken);
    },
  };
}

function ofParts(registers: Registry[]): Pick<Meters, 'store' | 'platform'> {
  const store = new Histogram({
    name: 'tpj_store_seconds',
    help: 'Time of an operation of the store, and whether it failed',
    labelNames: ['operation', 'outcome'],
    buckets: STORE_SECONDS,
    registers,
  });
  const calls = new Counter({
    name: 'tpj_platform_calls_total',
    help: 'What platforms were asked for: token, roster, keys, score; by the id of the platform and what became of it',
    labelNames: ['platform', 'service', 'outcome'],
    registers,
  });
  const named = namedAtMost(MOST_PLATFORMS);
  return {
    store: (operation, seconds, failed) => store.observe({ operation, outcome: failed ? 'failed' : 'ok' }, seconds),
    platform: (platform, service, outcome) => calls.inc({ platform: named(platform), service, outcome }),
  };
}

/** Limits the number of values of a label, whatever comes from outside. */
function namedAtMost(most: number): (name: string) => string {
  const known = new Set<string>();
  return (name) => {
    if (known.size < most) known.add(name);
    return known.has(name) ? name : 'other';
  };
}

function gaugeOf({ name, help, labels, read }: Figure, registers: Registry[]): Gauge {
  return new Gauge({
    name,
    help,
    labelNames: [...labels],
    registers,
    async collect() {
      this.reset();
      for (const { labels: labelled, value } of await withPatience(read())) this.set(labelled, value);
    },
  });
}

/** The figures; none if they cannot be read in time, so that the others are still reported. */
function withPatience<Read>(reading: Promise<Read[]>): Promise<Read[]> {
  return withTimeout(
    reading.catch(() => []),
    PATIENCE,
    [],
  );
}
