import type { NextFunction, Request, Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { DatabasePlugin, LtiProvider } from 'ltijs';
import type { Logger } from 'pino';
import type { EntryStep, Measures } from '../domain/measures.ts';
import { commonHeaders } from '../util/commonHeaders.ts';
import { inRequest } from '../util/requestId.ts';
import type { LaunchSteps } from './launch/launch.ts';
import { deriveKey } from '../store/sealing.ts';
import { MAX_AGE } from './launch/token.ts';
import type { LtiOptions } from './options.ts';
import { cameAt } from './cameAt.ts';
import { fieldOf } from './fields.ts';
import { Refusal } from './refusal.ts';
import { guarded, type Handler, type Refuse } from './refusalPage.ts';

/** The paths that ltijs handles; no other request passes through it. */
export const paths = { login: '/lti/login', launch: '/lti/launch', keys: '/lti/keys', register: '/lti/register' };

interface Deps extends Pick<LtiOptions, 'toolSecret' | 'trustedProxies' | 'limits' | 'hitCounts' | 'production'> {
  measures: Measures;
  plugin: DatabasePlugin;
  log: Logger;
  refuse: Refuse;
  login: Handler;
  launch: LaunchSteps;
  register: Handler;
}

/**
 * Logs and counts each request: path, status, outcome, and duration including the wait for its turn. Never its content.
 */
function logged({ log, measures }: Deps) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const begun = cameAt(request);
    // Read now, because mounted steps change the path.
    const { method, path } = request;
    response.once('finish', () => {
      const taken = performance.now() - begun;
      log.info({ method, path, status: response.statusCode, milliseconds: Math.round(taken) }, 'lti request');
      const step = steps.get(path);
      if (step) measures.step(step, outcomeOf(response, step), taken / 1000);
    });
    next();
  };
}

const steps = new Map<string, EntryStep>([
  [paths.login, 'login'],
  [paths.launch, 'launch'],
  [paths.register, 'register'],
]);

/** A refusal's code; otherwise whether someone was let in, redirected, or shown a page with a button. */
function outcomeOf({ statusCode, locals }: Response, step: EntryStep): string {
  const { refused } = locals as { refused?: string };
  if (refused !== undefined) return refused;
  if (statusCode === 303 && step === 'launch') return 'let-in';
  return statusCode >= 300 && statusCode < 400 ? 'sent-on' : 'page';
}

/** Also drops a `ltik` or bearer token from a request, which ltijs would otherwise act on: we never issue either. */
function tidied({ production = false }: Deps) {
  const headers = commonHeaders(production);
  return (request: Request, response: Response, next: NextFunction): void => {
    Object.assign(request, { token: undefined });
    // These headers separate the window from its opener, but registration must tell its opener that it is done.
    response.removeHeader('Cross-Origin-Opener-Policy');
    response.removeHeader('Cross-Origin-Embedder-Policy');
    // ltijs's own header would apply to every host below ours, and in development too.
    response.removeHeader('Strict-Transport-Security');
    response.set(headers);
    next();
  };
}

function limited({ refuse, hitCounts }: Deps, name: string, perMinute: number) {
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    ...(hitCounts && { store: hitCounts.of(name, perMinute) }),
    standardHeaders: true,
    legacyHeaders: false,
    // Its validation of the setup prints to the console.
    validate: false,
    handler: (request, response) => void refuse(request, response, new Refusal('busy')),
  });
}

/**
 * Requests per minute and address. A login stores nothing, so many are allowed: only a flood that would keep this
 * program from its work is held back. Launches are counted separately, so that a flood of logins does not keep out
 * people whose launch has begun.
 */
const defaultLimits = { logins: 12_000, launches: 1200, registrations: 30 };

function cached(_request: Request, response: Response, next: NextFunction): void {
  // Short, so that a platform soon sees a rotated key; the earlier key stays in the set meanwhile.
  response.set('cache-control', 'public, max-age=300');
  next();
}

/** ltijs accepts a launch at any of its addresses, including this one. */
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

/** Our steps before ltijs's routes; they run after ltijs's body and cookie parsers. */
function installSteps(app: LtiProvider['app'], deps: Deps): void {
  const { refuse, login, launch } = deps;
  const limits = { ...defaultLimits, ...deps.limits };
  app.set('trust proxy', deps.trustedProxies ?? 0);
  app.disable('x-powered-by');
  app.use((_request: Request, _response: Response, next: NextFunction) => inRequest(next));
  app.use(logged(deps), tidied(deps));
  app.use(paths.login, limited(deps, 'logins', limits.logins));
  app.use(paths.launch, limited(deps, 'launches', limits.launches));
  app.use(paths.register, limited(deps, 'registrations', limits.registrations));
  app.use(paths.keys, onlyRead(refuse), cached);
  app.use(paths.login, guarded(refuse, login));
  app.use(paths.launch, guarded(refuse, launch.before));
}

type Answer = (request: Request, response: Response) => Promise<void>;

/**
 * ltijs allows clocks no leeway. A request here has passed our own check of the same token with the same key, which
 * allows a minute both ways, and ltijs reports these errors only for a token with a valid signature. So our check
 * decides.
 */
const withinLeeway = new Set(['jwt expired', 'jwt not active']);

/** Turns ltijs's JSON answers into pages. Our own steps have refused most such requests before ltijs sees them. */
function installRefusals(provider: LtiProvider, refuse: Refuse, welcome: Answer): void {
  provider.onUnregisteredPlatform((request, response) => refuse(request, response, new Refusal('platform-unknown')));
  provider.onInactivePlatform((request, response) => refuse(request, response, new Refusal('platform-inactive')));
  provider.onSessionTimeout((request, response) => refuse(request, response, new Refusal('launch-direct')));
  provider.onInvalidToken((request, response) => {
    const { err } = response.locals as { err?: { details?: unknown } };
    // ltijs's own messages are fixed; those of jsonwebtoken begin with `jwt` or `invalid`, and quote no values.
    const reason = fieldOf(err?.details, 'message');
    if (withinLeeway.has(reason)) return welcome(request, response);
    return refuse(request, response, new Refusal('signature', { reason }));
  });
}

/**
 * Loads ltijs, and hardens it. Loading takes a third of a start, so it happens on demand. Its single instance holds
 * state for the whole process, so we make a new instance of its class. We do not call its `deploy`: that would only
 * listen, print, catch SIGINT and end the process on a failure.
 */
export async function createProvider(deps: Deps): Promise<LtiProvider> {
  const { default: ltijs } = await import('ltijs');
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
      // We handle registration ourselves, but ltijs requires these settings before it opens the route.
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
  // Express recognises an error handler by its four parameters.
  // oxlint-disable-next-line max-params
  app.use((error: unknown, request: Request, response: Response, _next: NextFunction) => {
    void refuse(request, response, error);
  });
  return provider;
}
