import type { CourseRule } from './domain/courseRule.ts';
import type { PrivateNetworks } from './util/networks.ts';
import { halfSetFaults, modeOf, productionFaults } from './settings/faults.ts';
import { meantBy } from './settings/misspelt.ts';
import { settings, type Settings } from './settings/schema.ts';

/** The settings of the process, read once at start. Names and defaults: README, "Settings". */
export interface Config {
  production: boolean;
  /** An edited template shows on the next page, without a restart. */
  followsViews: boolean;
  port: number;
  host: string;
  /**
   * Seconds for which requests are still accepted after a stop was requested, while proxies turn to other processes.
   */
  drainSeconds: number;
  /** Public address without a trailing slash. */
  toolUrl: string;
  /** Signs sessions and encrypts private keys; undefined: made once and kept in `dataDir`. */
  toolSecret: string | undefined;
  /** Base64 of 32 bytes each: the first encrypts, all decrypt; undefined: made once and kept in `dataDir`. */
  dataKeys: string[] | undefined;
  dataDir: string;
  databaseUrl: string;
  /** Folder of the course package; undefined: the package that comes with the program. */
  courseDir: string | undefined;
  /** For authors: the package is reloaded when it changes, and open pages follow. */
  coursePreview: boolean;
  sandbox: boolean;
  registration: 'open' | 'invite' | 'approve' | 'closed';
  allowPrivatePlatforms: boolean;
  /** Networks and hosts in which platforms may lie, in production too. */
  privateNetworks: PrivateNetworks;
  retentionMonths: number;
  /** Who is responsible for what is kept, as the notice names them; phone and e-mail are empty if not set. */
  controller: { name: string; phone: string; email: string };
  /** When someone has completed the course, has dropped out or was absent. */
  courseRule: CourseRule;
  /** Whom instructors reach when a participant writes something hard; phone and e-mail are empty if not set. */
  instructorHelp: { name: string; phone: string; email: string };
  metricsToken: string | undefined;
  logLevel: string;
  /** The mail server for reminders by e-mail; undefined if these are not offered. */
  email: { url: string; from: string; requireTls: boolean; bounces: string | undefined } | undefined;
  /** The gateway for reminders by SMS; undefined if these are not offered. */
  sms: { gateway: 'generic' | 'gatewayapi'; url: string; token: string; sender: string } | undefined;
  /**
   * Secrets with which carriers may report that a reminder did not arrive; undefined: such reports are not accepted.
   */
  webhookSecrets: { email: string | undefined; sms: string | undefined };
  /** Calling codes of the countries that get codes, and how many codes a day. */
  smsLimits: { countries: string[]; codesPerDay: number };
}

/** A setting is missing or wrong; the message names each one and says what it should be. */
export class BadSettings extends Error {
  readonly faults: string[];
  constructor(faults: string[]) {
    super(`The settings are not right:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'BadSettings';
    this.faults = faults;
  }
}

const GATEWAYAPI_URL = 'https://gatewayapi.com/rest/mtsms';

/** Every name that the environment may set. */
export const settingNames: readonly string[] = Object.keys(settings.shape);

/** Names that resemble ours but are not ours: a typing mistake must not go unnoticed. */
const near =
  /^(TOOL_|DATA_|DRAIN_|SANDBOX|REGISTRATION|ALLOW_PRIVATE|PRIVATE_|RETENTION_|CONTROLLER_|INSTRUCTOR_|METRICS_|COMPLETED_|DROPPED_|ABSENCE_|DATABASE_|COURSE_|LOG_LEVEL|SMTP_|MAIL_|SMS_)/;
function unknownFaults(env: NodeJS.ProcessEnv): string[] {
  return Object.keys(env)
    .filter((name) => near.test(name) && !(name in settings.shape))
    .map(notOurs);
}

function notOurs(name: string): string {
  const meant = meantBy(name, settingNames);
  return `${name} is not a setting of this program${meant === undefined ? '' : `; ${meant} is`}`;
}

/**
 * Names in the environment that are probably misspelt settings of ours, each in a sentence. They may belong to another
 * program, so they do not stop the start.
 */
export function misspelt(env: NodeJS.ProcessEnv = process.env): string[] {
  const foreign = Object.keys(env).filter((name) => !(name in settings.shape));
  return foreign.filter((name) => meantBy(name, settingNames) !== undefined).map((name) => `${notOurs(name)}.`);
}

/** Reads and checks the environment. @throws {BadSettings} naming all faults at once */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([name, value]) => name in settings.shape && value !== ''),
  );
  const parsed = settings.safeParse(given);
  const faults = unknownFaults(env);
  if (!parsed.success) {
    faults.push(...parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`));
    throw new BadSettings(faults);
  }
  faults.push(...productionFaults(parsed.data), ...halfSetFaults(parsed.data));
  if (faults.length > 0) throw new BadSettings(faults);
  return toConfig(parsed.data);
}

function toConfig(read: Settings): Config {
  const mode = modeOf(read);
  const production = mode === 'production';
  return Object.freeze({
    production,
    followsViews: mode === 'development',
    port: read.PORT,
    drainSeconds: read.DRAIN_SECONDS ?? (production ? 5 : 0),
    host: read.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    toolUrl: (read.TOOL_URL ?? `http://localhost:${read.PORT}`).replace(/\/+$/, ''),
    toolSecret: read.TOOL_SECRET,
    dataKeys: read.DATA_KEY,
    dataDir: read.DATA_DIR,
    databaseUrl: read.DATABASE_URL ?? `sqlite:${read.DATA_DIR}/store.sqlite`,
    courseDir: read.COURSE_DIR,
    coursePreview: read.COURSE_PREVIEW === 'on',
    sandbox: read.SANDBOX ? read.SANDBOX === 'on' : !production,
    registration: read.REGISTRATION ?? (production ? 'invite' : 'open'),
    allowPrivatePlatforms: read.ALLOW_PRIVATE_PLATFORMS ? read.ALLOW_PRIVATE_PLATFORMS === 'on' : !production,
    privateNetworks: read.PRIVATE_NETWORKS ?? { blocks: [], hosts: [] },
    retentionMonths: read.RETENTION_MONTHS,
    controller: { name: read.CONTROLLER_NAME, phone: read.CONTROLLER_PHONE, email: read.CONTROLLER_EMAIL },
    instructorHelp: {
      name: read.INSTRUCTOR_HELP_NAME,
      phone: read.INSTRUCTOR_HELP_PHONE,
      email: read.INSTRUCTOR_HELP_EMAIL,
    },
    courseRule: {
      completedBy: read.COMPLETED_BY,
      completedPercent: read.COMPLETED_PERCENT,
      droppedOutDays: read.DROPPED_OUT_DAYS,
      absenceCounts: read.ABSENCE_COUNTS,
    },
    metricsToken: read.METRICS_TOKEN,
    logLevel: read.LOG_LEVEL,
    smsLimits: { countries: read.SMS_COUNTRIES, codesPerDay: read.SMS_CODES_PER_DAY },
    ...channelsOf(read),
  });
}

function channelsOf(read: Settings): Pick<Config, 'email' | 'sms' | 'webhookSecrets'> {
  const { SMTP_URL, MAIL_FROM, SMS_GATEWAY: gateway, SMS_URL = GATEWAYAPI_URL, SMS_TOKEN, SMS_SENDER } = read;
  return {
    email:
      SMTP_URL && MAIL_FROM
        ? { url: SMTP_URL, from: MAIL_FROM, requireTls: modeOf(read) === 'production', bounces: read.MAIL_BOUNCES }
        : undefined,
    sms:
      gateway && SMS_TOKEN && SMS_SENDER ? { gateway, url: SMS_URL, token: SMS_TOKEN, sender: SMS_SENDER } : undefined,
    webhookSecrets: { email: read.MAIL_WEBHOOK_SECRET, sms: read.SMS_WEBHOOK_SECRET },
  };
}
