import { setTimeout as pause } from 'node:timers/promises';

/** Asks until the answer is yes, for what another process does in its own time. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, withinMs = 30_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`Waited ${withinMs / 1000} s in vain: ${what}.`);
    await pause(50);
  }
}
