/**
 * The result of `work`, or `late` if that takes longer than `patience` milliseconds. The work itself goes on, and its
 * later result or error is dropped.
 */
export async function withTimeout<Result, Late>(
  work: Promise<Result>,
  patience: number,
  late: Late,
): Promise<Result | Late> {
  const { promise, resolve } = Promise.withResolvers<Late>();
  const timer = setTimeout(() => resolve(late), patience);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}
