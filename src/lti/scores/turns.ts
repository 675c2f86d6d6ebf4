/** Limits how much work of one kind runs at a time; the rest waits in order of arrival. Rejects as the work does. */
export type InTurn = (kind: string, work: () => Promise<void>) => Promise<void>;

export function createTurns(atOnce: number): InTurn {
  const underWay = new Map<string, Promise<unknown>[]>();
  return async (kind, work) => {
    const others = underWay.get(kind) ?? [];
    const before = others.length < atOnce ? undefined : others.at(-atOnce);
    const mine = Promise.resolve(before).then(work);
    // The next in line waits for this to end, whether it succeeds or fails.
    const ended = mine.catch(() => undefined);
    underWay.set(kind, [...others, ended]);
    try {
      await mine;
    } finally {
      const left = (underWay.get(kind) ?? []).filter((turn) => turn !== ended);
      if (left.length > 0) underWay.set(kind, left);
      else underWay.delete(kind);
    }
  };
}
