/** One line of the results: a thing, and the thing beside it that makes its time mean something on any machine. */
export interface Measurement {
  what: string;
  /** Milliseconds, the median of several. */
  ms: number;
  beside: string;
  besideMs: number;
  /** `ms` divided by `besideMs`: what to compare between machines and versions. */
  ratio: number;
  /** Anything else worth knowing, for example what was seen against a goal. */
  note?: string;
}

export type Bench = () => Promise<Measurement[]>;

export function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** How long something takes, in milliseconds: the median of so many, after a first one that warms up. */
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

/** A measurement beside another. */
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
