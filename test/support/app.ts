import { createServer } from 'node:http';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src/app.ts';
import { readConfig, type Config } from '../../src/config.ts';
import { once } from '../../src/util/once.ts';
import { buildDeps, type Deps, type Given } from '../../src/deps.ts';
import { createViews } from '../../src/http/views.ts';
import { atEndOfEachFile } from './endings.ts';
import { keyPairInTurn } from './keyPairs.ts';
import { freePort } from './ports.ts';
import { shippedCourse } from './shippedCourse.ts';
import { type Platform, startPlatform } from './platform/startPlatform.ts';

/** The whole tool, assembled as in `src/main.ts`, in the test's own process. */
export interface App {
  url: string;
  deps: Deps;
  close(): Promise<void>;
}

/** Settings with which the store and the secrets lie in the data folder, where commands and other processes find them. */
export function inDataFolder(): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'data-'));
  atEndOfEachFile(() => rm(folder, { recursive: true, force: true }));
  return { DATA_DIR: folder };
}

/** Unless the settings say where, it keeps all in memory: a disk makes it wait at each write. */
export async function startApp(settings: Record<string, string> = {}, given: Given = {}): Promise<App> {
  const port = await freePort();
  const own = mkdtempSync(join(tmpdir(), 'app-'));
  const inMemory = 'DATA_DIR' in settings ? {} : { DATABASE_URL: 'sqlite::memory:', ...newSecrets() };
  const { config, deps } = await partsOf({ PORT: String(port), DATA_DIR: own, ...inMemory, ...settings }, given);
  const app = createApp(deps);
  const server = createServer((req, res) => {
    if (deps.lti.handles(req.url ?? '')) deps.lti.listener(req, res);
    else app(req, res);
  });
  await new Promise<void>((resolve) => server.listen(config.port, config.host, resolve));
  await deps.begin();
  return {
    url: config.toolUrl,
    deps,
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await deps.close();
      rmSync(own, { recursive: true, force: true });
    },
  };
}

/** Everything that the tool is built from, without a server: as a command has it beside the running program. */
export async function openParts(settings: Record<string, string>): Promise<Deps> {
  return (await partsOf(settings, {})).deps;
}

function newSecrets() {
  return { TOOL_SECRET: randomBytes(32).toString('hex'), DATA_KEY: randomBytes(32).toString('base64') };
}

async function partsOf(settings: Record<string, string>, given: Given) {
  const config = readConfig({ SANDBOX: 'off', LOG_LEVEL: 'silent', NODE_ENV: 'test', ...settings });
  return { config, deps: await buildDeps(config, { keyPair: keyPairInTurn, ...(await shared(config)), ...given }) };
}

const root = join(import.meta.dirname, '..', '..');
const views = once(() => createViews({ root }));

/**
 * The course and the templates are read once for all tests of a worker; each app would otherwise need half a second for
 * it.
 */
async function shared({ courseDir, coursePreview }: Config): Promise<Given> {
  if (courseDir !== undefined || coursePreview) return {};
  return { courses: await shippedCourse(), views: views() };
}

/** The whole tool, registered with a platform that a test can make misbehave. To a browser they are two sites. */
export async function startAppAndPlatform(
  given: Given = {},
  settings: Record<string, string> = {},
): Promise<{ app: App; platform: Platform; close(): Promise<void> }> {
  const app = await startApp(settings, given);
  const platform = await startPlatform({ toolUrl: app.url });
  await platform.registerWithTool();
  return {
    app,
    platform,
    close: async () => {
      await app.close();
      await platform.close();
    },
  };
}
