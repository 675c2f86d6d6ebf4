/**
 * What `work` gives, or `late` if that takes longer than so many milliseconds. The work itself goes on, and whatever it
 * gives later is nobody's.
 */
export async function inTime<Result, Late>(
  work: Promise<Result>,
  patience: number,
  late: Late,
): Promise<Result | Late> {
  const { promise, resolve } = Promise.withResolvers<Late>();
  const timer = setTimeout(() => resolve(late), patience);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}
