/** A line of the results: a measurement, and a reference that makes its time meaningful on any machine. */
export interface Measurement {
  what: string;
  /** Milliseconds, the median of several. */
  ms: number;
  beside: string;
  besideMs: number;
  /** `ms` divided by `besideMs`: compare this between machines and versions. */
  ratio: number;
  /** Anything else worth knowing, for example a result compared with its goal. */
  note?: string;
}

export type Bench = () => Promise<Measurement[]>;

export function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** How long something takes, in milliseconds: the median of this many runs, after a first run to warm up. */
export async function timed(times: number, run: () => Promise<unknown>): Promise<number> {
  await run();
  const each: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const begun = performance.now();
    await run();
    each.push(performance.now() - begun);
  }
  return median(each);
}

interface Timed {
  what: string;
  ms: number;
}

/** A measurement compared with a reference. */
export function compared(one: Timed, beside: Timed, note?: string): Measurement {
  return {
    what: one.what,
    ms: rounded(one.ms),
    beside: beside.what,
    besideMs: rounded(beside.ms),
    ratio: rounded(one.ms / beside.ms),
    ...(note !== undefined && { note }),
  };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
