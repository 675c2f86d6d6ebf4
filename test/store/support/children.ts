import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** Starts a program of this folder in a process of its own; what it writes as an error is shown. */
export function startChild(program: string, parameters: string[]): ChildProcess {
  return spawn(process.execPath, [new URL(program, import.meta.url).pathname, ...parameters], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Whole lines that a process has printed when it has ended, by itself or by `onLine`. */
export async function printed(child: ChildProcess, onLine: (count: number) => void = () => {}): Promise<string[]> {
  const ended = once(child, 'close');
  const lines: string[] = [];
  if (!child.stdout) throw new Error('The process has no output.');
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    onLine(lines.length);
  }
  await ended;
  return lines;
}

/** Runs a program of this folder to its end. */
export function linesOf(program: string, parameters: string[]): Promise<string[]> {
  return printed(startChild(program, parameters));
}
