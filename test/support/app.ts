import { createServer } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { buildDeps, type Deps, type Given } from '../../src/deps.ts';
import { freePort } from './ports.ts';
import { type Platform, startPlatform } from './platform/startPlatform.ts';

/** The whole tool, as `src/main.ts` puts it together, in the test's own process. */
export interface App {
  url: string;
  deps: Deps;
  close(): Promise<void>;
}

export async function startApp(settings: Record<string, string> = {}, given: Given = {}): Promise<App> {
  const port = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), 'app-'));
  const config = readConfig({
    PORT: String(port),
    DATA_DIR: dataDir,
    SANDBOX: 'off',
    LOG_LEVEL: 'silent',
    NODE_ENV: 'test',
    ...settings,
  });
  const deps = await buildDeps(config, given);
  const app = createApp(deps);
  const server = createServer((req, res) => {
    if (deps.lti.handles(req.url ?? '')) deps.lti.listener(req, res);
    else app(req, res);
  });
  await new Promise<void>((resolve) => server.listen(port, config.host, resolve));
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
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The whole tool, registered with a platform that a test can make misbehave. To a browser they are two sites. */
export async function startAppAndPlatform(): Promise<{ app: App; platform: Platform; close(): Promise<void> }> {
  const app = await startApp();
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
