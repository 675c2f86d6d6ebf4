import type { NextFunction, Request, Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import ltijs, { type DatabasePlugin, type LtiProvider } from 'ltijs';
import type { Logger } from 'pino';
import type { LaunchSteps } from './launch/launch.ts';
import { deriveKey } from '../store/sealing.ts';
import { MAX_AGE } from './launch/token.ts';
import type { LtiOptions } from './options.ts';
import { fieldOf } from './fields.ts';
import { Refusal } from './refusal.ts';
import { guarded, type Handler, type Refuse } from './refusalPage.ts';

/** The paths that are ltijs's; nothing else of the tool passes through it. */
export const paths = { login: '/lti/login', launch: '/lti/launch', keys: '/lti/keys', register: '/lti/register' };

interface Deps extends Pick<LtiOptions, 'toolSecret' | 'trustedProxies' | 'limits' | 'hitCounts'> {
  plugin: DatabasePlugin;
  log: Logger;
  refuse: Refuse;
  login: Handler;
  launch: LaunchSteps;
  register: Handler;
}

/** One log line for each request: where, how it ended, how long it took. Never what it held. */
function logged(log: Logger) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const begun = performance.now();
    response.once('finish', () => {
      const milliseconds = Math.round(performance.now() - begun);
      log.info(
        { method: request.method, path: request.path, status: response.statusCode, milliseconds },
        'lti request',
      );
    });
    next();
  };
}

/** Also what ltijs would otherwise do with a `ltik` or bearer token from a request: nothing of ours hands one out. */
function tidied(request: Request, response: Response, next: NextFunction): void {
  Object.assign(request, { token: undefined });
  // These headers separate the window from its opener, and registration must tell its opener that it is done.
  response.removeHeader('Cross-Origin-Opener-Policy');
  response.removeHeader('Cross-Origin-Embedder-Policy');
  next();
}

function limited({ refuse, hitCounts }: Deps, name: string, perMinute: number) {
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    ...(hitCounts && { store: hitCounts.of(name, perMinute) }),
    standardHeaders: true,
    legacyHeaders: false,
    // Its checks of the surroundings print to the console.
    validate: false,
    handler: (request, response) => void refuse(request, response, new Refusal('busy')),
  });
}

/**
 * Requests per minute and address. A login stores nothing, so many may come: only what would keep this program from its
 * work is held back. Launches count on their own, so that no flood of logins keeps anyone out who is on the way in.
 */
const defaultLimits = { logins: 12_000, launches: 1200, registrations: 30 };

function cached(_request: Request, response: Response, next: NextFunction): void {
  // Short, so that a platform soon sees a rotated key; the key before stays in the set meanwhile.
  response.set('cache-control', 'public, max-age=300');
  next();
}

/** ltijs takes a launch at any of its addresses, this one too. */
function onlyRead(refuse: Refuse) {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (request.method === 'GET' || request.method === 'HEAD') {
      next();
      return;
    }
    response.set('allow', 'GET, HEAD');
    void refuse(request, response, new Refusal('launch-direct', { reason: 'method' }));
  };
}

/** Our steps before ltijs's routes; runs after ltijs's body and cookie parsers. */
function installSteps(app: LtiProvider['app'], deps: Deps): void {
  const { refuse, log, login, launch } = deps;
  const limits = { ...defaultLimits, ...deps.limits };
  app.set('trust proxy', deps.trustedProxies ?? 0);
  app.disable('x-powered-by');
  app.use(logged(log), tidied);
  app.use(paths.login, limited(deps, 'logins', limits.logins));
  app.use(paths.launch, limited(deps, 'launches', limits.launches));
  app.use(paths.register, limited(deps, 'registrations', limits.registrations));
  app.use(paths.keys, onlyRead(refuse), cached);
  app.use(paths.login, guarded(refuse, login));
  app.use(paths.launch, guarded(refuse, launch.before));
}

type Answer = (request: Request, response: Response) => Promise<void>;

/**
 * ltijs gives clocks no leeway. A request here has passed our own check of the same token with the same key, which
 * allows a minute both ways; ltijs says this only of a token whose signature it has found right. So ours decides.
 */
const withinLeeway = new Set(['jwt expired', 'jwt not active']);

/** What ltijs answers in JSON becomes a page. Our own steps have refused most of it before ltijs sees it. */
function installRefusals(provider: LtiProvider, refuse: Refuse, welcome: Answer): void {
  provider.onUnregisteredPlatform((request, response) => refuse(request, response, new Refusal('platform-unknown')));
  provider.onInactivePlatform((request, response) => refuse(request, response, new Refusal('platform-inactive')));
  provider.onSessionTimeout((request, response) => refuse(request, response, new Refusal('launch-direct')));
  provider.onInvalidToken((request, response) => {
    const { err } = response.locals as { err?: { details?: unknown } };
    // ltijs's own words are fixed; jsonwebtoken's begin with `jwt` or `invalid`, and quote no values.
    const reason = fieldOf(err?.details, 'message');
    if (withinLeeway.has(reason)) return welcome(request, response);
    return refuse(request, response, new Refusal('signature', { reason }));
  });
}

/**
 * ltijs, hardened from outside. Its single instance holds state for the whole process, so a fresh one is made of its
 * class. It is not deployed either: that would only listen, print, catch SIGINT and end the process on a failure.
 */
export function createProvider(deps: Deps): LtiProvider {
  const { plugin, refuse, launch, register } = deps;
  const provider = new ltijs.Provider.constructor();
  provider.setup(
    deriveKey(deps.toolSecret, 'ltijs').toString('base64'),
    { plugin },
    {
      appRoute: paths.launch,
      loginRoute: paths.login,
      keysetRoute: paths.keys,
      dynRegRoute: paths.register,
      // Registration is ours; ltijs wants its settings all the same before it opens the route.
      dynReg: { url: 'https://unused.invalid', name: 'unused' },
      ltiaas: true,
      cors: false,
      devMode: false,
      tokenMaxAge: MAX_AGE + 60,
      cookies: { secure: true, sameSite: 'None' },
      serverAddon: (app: LtiProvider['app']) => installSteps(app, deps),
    },
  );
  const answer =
    (step: Handler): Answer =>
    (request, response) =>
      step(request, response, () => undefined).catch((error: unknown) => refuse(request, response, error));
  const welcome = answer(launch.verified);
  provider.onConnect((_token, request, response) => welcome(request, response));
  provider.onDeepLinking((_token, request, response) => welcome(request, response));
  provider.onDynamicRegistration(answer(register));
  installRefusals(provider, refuse, welcome);
  const { app } = provider;
  app.use((request: Request, response: Response) => void refuse(request, response, new Refusal('not-found')));
  // Express knows an error handler by its four parameters.
  // eslint-disable-next-line max-params
  app.use((error: unknown, request: Request, response: Response, _next: NextFunction) => {
    void refuse(request, response, error);
  });
  return provider;
}
