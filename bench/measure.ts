/** A line of the results: a measurement, and a reference that makes it meaningful on any machine. */
export interface Measurement {
  what: string;
  /** Of `value` and `besideValue`. */
  unit: 'ms' | 'MB' | '1/s';
  /** The median of several. */
  value: number;
  beside: string;
  besideValue: number;
  /** `value` divided by `besideValue`: compare this between machines and versions. */
  ratio: number;
  /** The lower and the upper quartile of the ratio, where pairs of runs were measured in turns. */
  spread?: [number, number];
  /** Anything else worth knowing, for example a result compared with its goal. */
  note?: string;
}

export type Bench = () => Promise<Measurement[]>;

export function median(values: number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
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

interface Value {
  what: string;
  value: number;
}

type About = Pick<Measurement, 'note'> & Partial<Pick<Measurement, 'unit'>>;

/** A measurement compared with a reference. */
export function compared(one: Value, beside: Value, { unit = 'ms', note }: About = {}): Measurement {
  return {
    what: one.what,
    unit,
    value: rounded(one.value),
    beside: beside.what,
    besideValue: rounded(beside.value),
    ratio: rounded(one.value / beside.value),
    ...(note !== undefined && { note }),
  };
}

interface Series {
  what: string;
  values: number[];
}

/** The same for pairs of runs that were measured in turns, so that what else the machine does befalls both. */
export function comparedInTurns(one: Series, beside: Series, about: About = {}): Measurement {
  const ratios = one.values.map((value, index) => value / (beside.values[index] ?? Number.NaN));
  const [of, to] = [one, beside].map(({ what, values }) => ({ what, value: median(values) })) as [Value, Value];
  return {
    ...compared(of, to, about),
    ratio: rounded(median(ratios)),
    spread: [rounded(quantile(ratios, 0.25)), rounded(quantile(ratios, 0.75))],
  };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
