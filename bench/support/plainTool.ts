import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from '../../test/support/ports.ts';

export interface PlainTool {
  url: string;
  pid: number;
  child: ChildProcess;
}

/** Starts a tool that is ltijs and nothing else, registered with one platform. */
export async function startPlainLtijs({ issuer, clientId }: { issuer: string; clientId: string }): Promise<PlainTool> {
  const port = await freePort();
  const settings = [String(port), issuer, clientId];
  const child = fork(join(import.meta.dirname, 'plainLtijs.ts'), settings, { env: { NODE_ENV: 'production' } });
  await once(child, 'message');
  return { url: `http://localhost:${port}`, pid: child.pid ?? 0, child };
}
