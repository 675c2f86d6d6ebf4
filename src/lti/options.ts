import type { ServerResponse } from 'node:http';
import type { Store as HitStore } from 'express-rate-limit';
import type { Logger } from 'pino';
import type { Clock } from '../domain/clock.ts';
import type { Launch } from '../domain/launch.ts';
import type { Measures } from '../domain/measures.ts';
import type { PrivateNetworks } from '../util/networks.ts';
import type { ReportQueue } from '../responses/report.ts';
import type { LookQueue } from '../rooms/columnLook.ts';
import type { Language } from '../domain/viewer.ts';
import type { Store } from '../store/port.ts';
import type { NewKeyPair } from './platforms/keyPair.ts';

/** A page that says what happened and what to do next. `code` is empty if nothing is wrong. */
interface ProblemModel {
  language: Language;
  title: string;
  explanation: string;
  advice: string;
  code: string;
  /** The code's number, which the page shows. */
  number?: number;
  /** The request's id, which the log has too; the page shows it beside the number. */
  request?: string;
  /** A name of public/images/drawings. */
  drawing?: string;
  /** The reader of the page, if not a participant. */
  audience?: 'administrator';
  /** A link to continue by. */
  action?: { href: string; label: string; newWindow: true };
}

/** A page with one large button: a form that posts `fields` to `href` in a new window. */
export interface GoOnModel {
  language: Language;
  title: string;
  explanation: string;
  advice: string;
  action: { href: string; method: 'post'; label: string; newWindow: true; fields: Field[] };
  /** What a script tries first: the page goes on by itself if the platform's frame stores `value`. */
  storage?: StorageExchange & { value: string; next: string };
  /** The same text in the other language, while the course's language is not yet known. */
  other?: { language: Language; title: string; explanation: string };
}

interface Field {
  name: string;
  value: string;
}

/** A value stored by a frame of the platform (Platform Storage 1.0). */
export interface StorageExchange {
  /** Name of the frame beside ours, or `_parent`. */
  frame: string;
  origin: string;
  key: string;
}

/** A page whose script fetches a value, and then posts `fields` and the value to `href`. */
interface OneMomentModel {
  language: Language;
  title: string;
  explanation: string;
  href: string;
  fields: Field[];
  storage: StorageExchange;
}

/** A page that ends a registration, with a button that closes it. */
interface RegisteredModel {
  language: Language;
  title: string;
  explanation: string;
  /** What is left to do in the platform. */
  next: string;
  steps: string[];
  press: string;
  close: string;
  closesAtOnce: boolean;
  audience: 'administrator';
}

/** Renders a whole HTML page. */
export interface Render {
  (view: 'http/problem', model: ProblemModel): Promise<string>;
  (view: 'lti/newWindow', model: GoOnModel): Promise<string>;
  (view: 'lti/platformStorage', model: OneMomentModel): Promise<string>;
  (view: 'lti/registered', model: RegisteredModel): Promise<string>;
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
  /** Allows http and private or loopback addresses for platforms. */
  allowPrivatePlatforms: boolean;
  /** Networks and hosts in which platforms may lie while that is off. Default none. */
  privateNetworks?: PrivateNetworks;
  store: Store;
  clock: Clock;
  /** A random number from 0 up to 1, to spread pauses. */
  random: () => number;
  log: Logger;
  /** Our keys for platforms. Default: a new one each time. */
  keyPair?: NewKeyPair | undefined;
  /** Whether this is a production server, reached over https only. Default false. */
  production?: boolean;
  /** Default: nothing is counted. */
  measures?: Measures;
  render: Render;
  /** Receives a verified launch: makes the session and redirects to the page. Must end the response. */
  welcome: (launch: Launch, response: ServerResponse) => Promise<void>;
  reports: ReportQueue;
  /** Rooms whose columns should be checked. */
  looks: LookQueue;
  /** The title of a grade column that we make: the activity's title. */
  columnTitle: (activity: string) => string;
  /**
   * Number of proxies in front of us whose `X-Forwarded-For` is trusted; the rate limit counts by the address found so.
   * Default 0.
   */
  trustedProxies?: number;
  /** Requests per minute and address on the LTI paths; each path is counted separately. */
  limits?: Partial<Record<'logins' | 'launches' | 'registrations', number>>;
  /** Rate limit counts shared by all processes; default: in the memory of this one. */
  hitCounts?: HitCounts;
}
