import type { RequestListener } from 'node:http';
import { noMeasures } from '../domain/measures.ts';
import { once } from '../util/once.ts';
import type { Selections } from './deepLinking/selection.ts';
import type { Roster } from '../rooms/roster.ts';
import { createExamine, type Examine } from './examine.ts';
import { createLoginCookies } from './cookies.ts';
import { admitting } from './admitting.ts';
import { openSelectionRecords } from './deepLinking/records.ts';
import { createSelections } from './deepLinking/selections.ts';
import { createKeySets } from './keySets.ts';
import { createLaunchSteps } from './launch/launch.ts';
import { openTickets } from './launch/tickets.ts';
import { createCookieProbe } from './login/cookieProbe.ts';
import { courseAddressOf } from './login/restart.ts';
import { openFormerLogins } from './login/formerLogins.ts';
import { createLoginStep } from './login/login.ts';
import { createTransactions, LOGIN_LIFETIME } from './login/transactions.ts';
import { openUsedLogins } from './login/usedLogins.ts';
import type { LtiOptions } from './options.ts';
import { createAdministration, recordLastLaunch, type Administration } from './platforms/administration.ts';
import { checkToolSecret } from './platforms/checkSecret.ts';
import { openPlatformParts } from './platforms/openPlatformParts.ts';
import { createLearnFrames } from './platforms/learnFrames.ts';
import { recentPlatforms } from './platforms/recent.ts';
import { rememberPlatforms } from './platforms/remembered.ts';
import { createPlugin } from './plugin.ts';
import { createProvider, paths } from './provider.ts';
import { createPublicFetch } from './publicFetch.ts';
import { reachOf } from './reach.ts';
import { createRefuse } from './refusalPage.ts';
import { createRegister } from './registration/register.ts';
import { createRoster } from './roster.ts';
import { createServices } from './scores/index.ts';
import type { Worker } from '../store/worker.ts';
import { createSecretBox } from './secretBox.ts';

export { mayBeFramed } from './framed.ts';
export type {
  ChosenItem,
  SelectionAnswer,
  SelectionForm,
  SelectionOwner,
  SelectionTerms,
  Selections,
} from './deepLinking/selection.ts';
export type { LtiOptions, Render } from './options.ts';
export type { PlatformManagement, PlatformSummary } from './platforms/manage.ts';
/** All of LTI behind one interface: the rest of the program knows launches, reports and members, and no protocol. */
export interface Lti extends Administration {
  /** Whether a request's address belongs to LTI. If so, pass the request to `listener` with its body unread. */
  handles(url: string): boolean;
  listener: RequestListener;
  /** Loads ltijs, which would delay the first request by half a second. Commands do not need it. */
  warmUp(): Promise<void>;
  /** Origins that may frame this platform's rooms; none if the platform is not active. Cached for half a minute. */
  originsOf: (platform: string) => Promise<string[]>;
  /** The page of a room's course in its course system, where its address is known without a launch; else empty. */
  courseAddressOf: (room: { platform: string; context: string }) => Promise<string>;
  /**
   * Whether a platform may launch and its people stay signed in. Cached for half a minute; changes made here count at
   * once.
   */
  isActive: (platform: string) => Promise<boolean>;
  roster: Roster;
  examine: Examine;
  reporter: Worker;
  /** Content selections (deep linking) under way. */
  selections: Selections;
  /**
   * Call this before letting anyone in. The command line does not call it, since it is used to repair a wrong secret.
   * @throws {WrongToolSecret} if our keys cannot be read with the secret
   */
  checkSecret(): Promise<void>;
  /** Stops the reporter after the current request, and closes connections and timers. */
  close(): Promise<void>;
}

const SWEEP = 10 * 60_000;
const routes = new Set<string>(Object.values(paths));

async function openStores({ store, clock, toolUrl, toolSecret, render, keyPair }: LtiOptions) {
  const box = createSecretBox(toolSecret);
  const cookies = createLoginCookies({ toolUrl, lifetime: LOGIN_LIFETIME });
  const parts = await openPlatformParts({ store, box, clock, keyPair });
  return {
    box,
    cookies,
    ...parts,
    transactions: createTransactions({ toolSecret, clock }),
    usedLogins: await openUsedLogins({ store, clock }),
    formerLogins: await openFormerLogins({ store, clock }),
    tickets: await openTickets({ store, clock }),
    selections: await openSelectionRecords({ store, clock }),
    probe: createCookieProbe({ toolSecret, clock, cookies, render, loginUrl: paths.login }),
  };
}

/** What most parts share: options, stores, and connections to platforms. */
async function openShared(options: LtiOptions) {
  const stores = await openStores(options);
  const reach = reachOf(options);
  const fetch = createPublicFetch({ reach });
  const { originsOf, active, changed } = rememberPlatforms({ ...stores, clock: options.clock });
  const keySets = createKeySets({ fetch, clock: options.clock });
  const refuse = createRefuse(options);
  const launchUrl = `${options.toolUrl}${paths.launch}`;
  return {
    measures: noMeasures,
    ...options,
    ...stores,
    platforms: recentPlatforms(stores.platforms, options.clock),
    stores,
    reach,
    fetch,
    keySets,
    refuse,
    launchUrl,
    originsOf,
    active,
    changed,
  };
}

type Shared = Awaited<ReturnType<typeof openShared>>;

function createProviderOf(shared: Shared) {
  return createProvider({
    ...shared,
    plugin: createPlugin(shared),
    login: createLoginStep(shared),
    launch: createLaunchSteps({
      ...shared,
      welcome: recordLastLaunch(shared),
      learnFrames: createLearnFrames(shared),
    }),
    register: createRegister(shared),
  });
}

/** Sets up LTI on a store. It listens to nothing and prints nothing; its only timer sweeps expired records. */
export async function createLti(options: LtiOptions): Promise<Lti> {
  const shared = await openShared(options);
  const { log, fetch, stores } = shared;
  const provider = once(() => createProviderOf(shared));
  const { reporter, ...services } = await createServices({ ...shared, provider });

  const timer = setInterval(() => sweep(stores, log), SWEEP).unref();

  return {
    handles: (url) => routes.has(url.split('?', 1)[0] ?? ''),
    listener: admitting(listenerOf(provider, log), shared),
    warmUp: () => provider().then(() => undefined),
    originsOf: shared.originsOf.of,
    courseAddressOf: async ({ platform, context }) => {
      const found = await shared.platforms.get(platform);
      return found?.status === 'active' ? courseAddressOf(found, context) : '';
    },
    isActive: shared.active.of,
    roster: createRoster({ ...shared, ...services }),
    examine: createExamine({ ...shared, ...services }),
    reporter,
    selections: createSelections(shared),
    ...createAdministration(shared),
    checkSecret: () => checkToolSecret(stores.platforms, stores.box),
    close: async () => {
      clearInterval(timer);
      await reporter.stop();
      fetch.close();
    },
  };
}

function listenerOf(provider: () => Promise<{ app: RequestListener }>, log: LtiOptions['log']): RequestListener {
  return (request, response) => {
    provider().then(
      ({ app }) => {
        app(request, response);
      },
      (error: unknown) => {
        log.error({ err: error }, 'ltijs cannot be loaded');
        response.writeHead(503).end();
      },
    );
  };
}

function sweep(stores: Awaited<ReturnType<typeof openStores>>, log: LtiOptions['log']): void {
  const { usedLogins, formerLogins, selections, invitations, tickets } = stores;
  Promise.all([usedLogins, formerLogins, tickets, selections, invitations].map((one) => one.sweep())).catch(
    (error: unknown) => log.error({ err: error }, 'expired logins could not be swept'),
  );
}
