import { Router } from 'express';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Clock } from '../domain/clock.ts';
import { createSandbox } from '../sandbox/sandbox.ts';
import { openStore } from '../store/openStore.ts';

/** The sandbox's course room, if the settings ask for it. */
export interface SandboxRoom {
  /** Where a person opens it. */
  url: string;
  router: Router;
  /**
   * Registers itself with the tool, which must be listening. A refusal is logged and shown in the room, and is not
   * fatal.
   */
  begin(): Promise<void>;
  close(): Promise<void>;
}

export interface SandboxParts {
  clock: Clock;
  log: Logger;
  /** Base64 of 32 bytes: encrypts the sandbox's own keys. */
  dataKey: string;
}

/** Opens the sandbox beside the tool, with its own store file and its own site. */
export async function openSandboxRoom(config: Config, parts: SandboxParts): Promise<SandboxRoom> {
  const issuer = issuerBeside(config);
  // A platform and a tool share nothing, so it has its own file and its own key.
  const store = await openStore({ databaseUrl: `sqlite:${config.dataDir}/sandbox.sqlite`, dataKeys: [parts.dataKey] });
  const log = (event: string, detail: Record<string, unknown>) => parts.log.info({ sandbox: event, ...detail });
  const sandbox = await createSandbox({ issuer, toolUrl: config.toolUrl, store, clock: parts.clock, log });
  return {
    url: issuer,
    router: Router().use(onlyAt(new URL(issuer).host, issuer), sandbox.router),
    begin: async () => {
      try {
        await sandbox.registerWithTool();
      } catch (error) {
        parts.log.warn(
          { error: error instanceof Error ? error.message : typeof error },
          'the sandbox is not registered',
        );
      }
    },
    close: () => store.close(),
  };
}

/** 127.0.0.1 beside localhost: a different site to a browser, so that frames and cookies behave as with a real LMS. */
function issuerBeside({ toolUrl, port }: Config): string {
  const { hostname } = new URL(toolUrl);
  return `http://${hostname === '127.0.0.1' ? 'localhost' : '127.0.0.1'}:${port}/sandbox`;
}

/**
 * Redirects visitors from the tool's own host to the sandbox's; the sandbox is never shown as part of the tool's site.
 */
function onlyAt(host: string, issuer: string): Router {
  return Router().use((req, res, next) => {
    if (req.get('host') === host) next();
    else if (req.method === 'GET') res.redirect(302, `${issuer}${req.url === '/' ? '' : req.url}`);
    else res.sendStatus(404);
  });
}
