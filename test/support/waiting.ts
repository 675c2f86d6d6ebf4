import { setTimeout as pause } from 'node:timers/promises';

/** Waits until a product's log has these words: what another process prints may come after its answer. */
export async function untilLogged(product: { output(): string }, words: string): Promise<void> {
  await until(`the log says ${words}`, () => product.output().includes(words));
}

/** Asks until the answer is yes, for what another process does in its own time. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, withinMs = 30_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`Waited ${withinMs / 1000} s in vain: ${what}.`);
    await pause(50);
  }
}
