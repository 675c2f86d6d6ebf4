import { createServer } from 'node:http';
import { flushCompileCache } from 'node:module';
import { createApp } from './app.ts';
import { BadSettings, misspelt, readConfig } from './config.ts';
import { BadContent } from './content/faults.ts';
import { buildDeps, type Deps } from './deps.ts';
import { serverOptions } from './http/serverOptions.ts';
import { createStop } from './http/stopping.ts';
import { WrongToolSecret } from './lti/platforms/checkSecret.ts';
import { startLine, warningLine } from './composition/startLine.ts';
import { BadSecretsFile, CannotOpenStore, StoreUnavailable, WrongDataKey } from './store/errors.ts';

/**
 * Connections that may wait to be accepted. Node's default of 511 overflows when two classes press at once, and the
 * system then resets some connections, saves among them. The system's own limit is 4096 (`net.core.somaxconn`).
 */
const BACKLOG = 4096;

async function run() {
  const config = readConfig();
  const deps = await buildDeps(config);
  await deps.lti.checkSecret();
  const app = createApp(deps);
  const server = createServer(serverOptions, (req, res) => {
    if (deps.lti.handles(req.url ?? '')) deps.lti.listener(req, res);
    else app(req, res);
  });

  const address = { port: config.port, host: config.host, backlog: BACKLOG };
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(address, resolve));
  const stop = createStop(server, {
    stopping: deps.stopping,
    drain: config.drainSeconds * 1000,
    asked: () => deps.rest(),
    ended: () => void deps.close().then(() => process.exit(0), fail),
    late: () => {
      deps.log.warn('stopped with work in hand');
      process.exit(0);
    },
  });
  const stopped = (): void => {
    deps.log.info('stopping');
    stop();
  };
  process.on('SIGTERM', stopped).on('SIGINT', stopped);
  process.on('unhandledRejection', (reason) => {
    // A fault in one request must not end everyone's session.
    deps.log.error({ err: reason }, 'unhandled rejection');
  });

  await deps.begin();
  await sayWhatRuns(deps);
  process.stdout.write(`Ready: ${config.toolUrl}\n`);
  if (deps.sandboxUrl) process.stdout.write(`Try it: ${deps.sandboxUrl}\n`);
  await deps.lti.warmUp();
  // Node itself writes the cache only at a normal exit, so after a crash the next start would be slow.
  flushCompileCache();
}

async function sayWhatRuns({ config, lti }: Deps): Promise<void> {
  process.stdout.write(`${startLine(config, await lti.platforms.list())}\n`);
  const warnings = [warningLine(config), ...misspelt()].filter(Boolean);
  process.stderr.write(warnings.map((warning) => `${warning}\n`).join(''));
}

/** Reports why the program cannot start, in plain words; only an unforeseen error shows its stack. */
function fail(error: unknown) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}

const foreseen = [
  BadSettings,
  BadContent,
  CannotOpenStore,
  StoreUnavailable,
  WrongDataKey,
  WrongToolSecret,
  BadSecretsFile,
];

/** Node's error when it cannot listen at an address. */
interface ListenFailure {
  code?: string;
  syscall?: string;
  port?: number;
  address?: string;
  hostname?: string;
}

function explain(error: unknown): string {
  if (foreseen.some((kind) => error instanceof kind)) return (error as Error).message;
  return (
    explainListening(error as ListenFailure) ??
    (error instanceof Error ? (error.stack ?? error.message) : String(error))
  );
}

function explainListening({ code, syscall, port, address, hostname }: ListenFailure): string | undefined {
  if (code === 'EADDRINUSE')
    return `Port ${port ?? ''} is taken by another program. Stop that, or set PORT to another one.`;
  if (code === 'EACCES' && syscall === 'listen')
    return `This user may not listen on port ${port ?? ''}. Set PORT to 1024 or more.`;
  if (syscall === 'getaddrinfo' || code === 'EADDRNOTAVAIL')
    return `HOST ${hostname ?? address ?? ''} is not an address of this machine. Set HOST to one that is, or leave it out.`;
  return undefined;
}

run().catch(fail);
