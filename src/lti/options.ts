import type { ServerResponse } from 'node:http';
import type { Store as HitStore } from 'express-rate-limit';
import type { Logger } from 'pino';
import type { Clock } from '../domain/clock.ts';
import type { Launch } from '../domain/launch.ts';
import type { PrivateNetworks } from '../domain/networks.ts';
import type { ReportQueue } from '../responses/report.ts';
import type { LookQueue } from '../rooms/columnLook.ts';
import type { Language } from '../domain/viewer.ts';
import type { Store } from '../store/port.ts';

/** A page that says what happened and what to do next. `code` is empty where nothing is wrong. */
interface ProblemModel {
  language: Language;
  title: string;
  explanation: string;
  advice: string;
  code: string;
  /** Whom the page speaks to, where that is not a participant. */
  audience?: 'administrator';
  /** A way on, as a link. */
  action?: { href: string; label: string; newWindow: true };
}

/** A page with one large button: a form that posts `fields` to `href` in a new window. */
export interface GoOnModel {
  language: Language;
  title: string;
  explanation: string;
  advice: string;
  action: { href: string; method: 'post'; label: string; newWindow: true; fields: Field[] };
  /** Tried first, by a script: the page goes on by itself where the platform's frame keeps `value`. */
  storage?: StorageExchange & { value: string; next: string };
  /** The same in the other language, where the course's is not known yet. */
  other?: { language: Language; title: string; explanation: string };
}

interface Field {
  name: string;
  value: string;
}

/** A value in the keeping of a frame of the platform (Platform Storage 1.0). */
export interface StorageExchange {
  /** Name of the frame beside ours, or `_parent`. */
  frame: string;
  origin: string;
  key: string;
}

/** A page that a script fetches a value for, and which then sends `fields` and the value to `href`. */
interface OneMomentModel {
  language: Language;
  title: string;
  explanation: string;
  href: string;
  fields: Field[];
  storage: StorageExchange;
}

/** Renders a whole HTML page. */
export interface Render {
  (view: 'problem', model: ProblemModel): Promise<string>;
  (view: 'goOn', model: GoOnModel): Promise<string>;
  (view: 'oneMoment', model: OneMomentModel): Promise<string>;
}

type RegistrationMode = 'open' | 'invite' | 'approve' | 'closed';

/** Where the requests of a minute are counted, for `express-rate-limit`. LTI knows nothing of our pages' HTTP. */
interface HitCounts {
  of(name: string, perMinute: number): HitStore;
}

export interface LtiOptions {
  /** Public address without a trailing slash. */
  toolUrl: string;
  toolSecret: string;
  registration: RegistrationMode;
  /** Lets platforms use http and private or loopback addresses. */
  allowPrivatePlatforms: boolean;
  /** Networks and hosts that platforms may lie in where that is off. Default none. */
  privateNetworks?: PrivateNetworks;
  store: Store;
  clock: Clock;
  /** A number from 0 up to 1, for the spread of pauses. */
  random: () => number;
  log: Logger;
  render: Render;
  /** Takes in a verified launch: makes the session and answers with a redirect to the page. Must end the response. */
  welcome: (launch: Launch, response: ServerResponse) => Promise<void>;
  reports: ReportQueue;
  /** Rooms whose columns are to be looked at. */
  looks: LookQueue;
  /** What a grade column that we make is called; the activity's title. */
  columnTitle: (activity: string) => string;
  /** Proxies in front of us whose `X-Forwarded-For` is believed; decides whom the rate limit counts. Default 0. */
  trustedProxies?: number;
  /** Requests per minute and address on the LTI paths, each path on its own. */
  limits?: Partial<Record<'logins' | 'launches' | 'registrations', number>>;
  /** Counts for a rate limit over all processes; default: in the memory of this one. */
  hitCounts?: HitCounts;
}
