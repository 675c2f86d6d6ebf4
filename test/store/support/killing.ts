import { once } from 'node:events';
import { join } from 'node:path';
import type { ProgramName } from '../../../src/cli/programs.ts';
import { start } from '../../cli/command.ts';

const preload = join(import.meta.dirname, 'killedWhenItTells.mjs');

/** Runs a command that is killed when it has gone through its first responses; the signal that it ended by. */
export async function killUnderWay(script: ProgramName, settings: Record<string, string>): Promise<unknown> {
  const child = start(script, { ...settings, NODE_OPTIONS: `--import=${preload}` }, []);
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  return signal;
}
