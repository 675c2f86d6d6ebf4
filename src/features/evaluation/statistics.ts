import { mean, sampleStandardDeviation } from 'simple-statistics';

export interface Interval {
  low: number;
  high: number;
}

/** Confidence level: 95 of 100 such intervals contain the true value. */
const CONFIDENCE = 0.95;
/** The standard normal quantile at 0.975. */
const Z = 1.959963984540054;
/** From here on the expansion is correct to more than ten decimals, and the sum below would be long. */
const MANY_DEGREES = 200;

/**
 * The two-sided 95 % quantile of Student's t: the distance from 0 within which 95 % of the distribution lies.
 * Abramowitz & Stegun, Handbook of Mathematical Functions (1964): the probability is the finite sum of 26.7.3 (odd) and
 * 26.7.4 (even), inverted by bisection; with more than 200 degrees the expansion 26.7.5 is used.
 * @param degrees of freedom, a whole number from 1
 */
export function tQuantile(degrees: number): number {
  if (degrees > MANY_DEGREES) return expansion(degrees);
  let [low, high] = [0, 13];
  while (high - low > 1e-12) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (probabilityWithin(middle, degrees) < CONFIDENCE) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** A&S 26.7.3 and 26.7.4: the probability that |T| is at most t. */
function probabilityWithin(t: number, degrees: number): number {
  const angle = Math.atan(t / Math.sqrt(degrees));
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const isOdd = degrees % 2 === 1;
  let term = isOdd ? cosine : 1;
  let sum = degrees === 1 ? 0 : term;
  for (let power = isOdd ? 3 : 2; power <= degrees - 2; power += 2) {
    term *= ((power - 1) / power) * cosine * cosine;
    sum += term;
  }
  return isOdd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
}

/** A&S 26.7.5: Student's t from the normal quantile and powers of 1/degrees. */
function expansion(degrees: number): number {
  const [z2, z3, z5, z7] = [Z ** 2, Z ** 3, Z ** 5, Z ** 7];
  const terms = [
    (z3 + Z) / 4,
    (5 * z5 + 16 * z3 + 3 * Z) / 96,
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * Z) / 384,
    (79 * z7 * z2 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * Z) / 92_160,
  ];
  return terms.reduce((sum, term, index) => sum + term / degrees ** (index + 1), Z);
}

/**
 * Mean and its 95 % interval from Student's t: mean ± t · s / √n. The interval is undefined for fewer than two values.
 */
export function meanOf(values: number[]): { mean: number; interval: Interval | undefined } {
  const middle = mean(values);
  if (values.length < 2) return { mean: middle, interval: undefined };
  const half = (tQuantile(values.length - 1) * sampleStandardDeviation(values)) / Math.sqrt(values.length);
  return { mean: middle, interval: { low: middle - half, high: middle + half } };
}

/**
 * The standardised change on the same persons: mean of the differences by their standard deviation (Cohen's d_z; J.
 * Cohen, Statistical Power Analysis for the Behavioral Sciences, 1988, 2.3.5). Undefined where all changed alike.
 */
export function effectOf(differences: number[]): number | undefined {
  if (differences.length < 2) return undefined;
  const deviation = sampleStandardDeviation(differences);
  return deviation === 0 ? undefined : mean(differences) / deviation;
}

/** The interval limited to the scale, since no mean can lie outside it. */
export function withinScale({ low, high }: Interval, ends: Interval): Interval {
  return { low: Math.max(ends.low, low), high: Math.min(ends.high, high) };
}

/**
 * The 95 % interval of a share: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
 * Journal of the American Statistical Association 22 (1927), 209-212. It never leaves 0 to 1, even with few answers.
 */
export function shareInterval(count: number, of: number): Interval {
  const share = count / of;
  const spread = Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  const [middle, whole] = [share + Z ** 2 / (2 * of), 1 + Z ** 2 / of];
  return { low: Math.max(0, (middle - spread) / whole), high: Math.min(1, (middle + spread) / whole) };
}
