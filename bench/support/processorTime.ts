import { readFileSync } from 'node:fs';

/** Milliseconds of a kernel tick, in which Linux counts (`getconf CLK_TCK` is 100 on all its machines). */
const TICK_MS = 10;

/** Milliseconds of processor time that a process and its threads have used so far. Linux only: it reads `/proc`. */
export function processorTimeOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** Bytes of memory that a process holds. Linux only. */
export function memoryOf(pid: number): number {
  return bytesIn(pid, /^VmRSS:\s+(\d+) kB/m);
}

/** The most that it has held so far. Linux only. */
export function mostMemoryOf(pid: number): number {
  return bytesIn(pid, /^VmHWM:\s+(\d+) kB/m);
}

function bytesIn(pid: number, line: RegExp): number {
  return Number(line.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;
}
