import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { endWithProcess } from './endWithProcess.ts';

export interface Display {
  /** For the environment variable `DISPLAY`. */
  name: string;
  close: () => void;
}

/** A virtual screen, for a browser that needs one. */
export async function openDisplay(): Promise<Display> {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const close = endWithProcess(server);
  const failed = once(server, 'exit').then(() => {
    throw new Error('Xvfb ended before it began.');
  });
  const [number] = (await Promise.race([once(server.stdout, 'data'), failed])) as [Buffer];
  failed.catch(() => undefined);
  return { name: `:${number.toString().trim()}`, close };
}
