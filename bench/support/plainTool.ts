import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from '../../test/support/ports.ts';
import { install } from './packages.ts';

export interface PlainTool {
  url: string;
  pid: number;
  child: ChildProcess;
}

interface Registered {
  issuer: string;
  clientId: string;
}

/** Starts a tool that is ltijs and nothing else, registered with one platform. */
export function startPlainLtijs(platform: Registered): Promise<PlainTool> {
  return start('plainLtijs.ts', platform);
}

/** The same of `@lti-tool/core`; undefined where it cannot be installed. */
export async function startPlainLtiTool(platform: Registered): Promise<PlainTool | undefined> {
  try {
    install('@lti-tool/core');
  } catch {
    process.stderr.write('@lti-tool/core cannot be installed here, and is left out.\n');
    return undefined;
  }
  return start('plainLtiTool.ts', platform);
}

async function start(file: string, { issuer, clientId }: Registered): Promise<PlainTool> {
  const port = await freePort();
  const settings = [String(port), issuer, clientId];
  const child = fork(join(import.meta.dirname, file), settings, { env: { NODE_ENV: 'production' } });
  const ended = once(child, 'exit').then(() => Promise.reject(new Error(`${file} has ended.`)));
  await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
  return { url: `http://localhost:${port}`, pid: child.pid ?? 0, child };
}
