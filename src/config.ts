import { z } from 'zod';

/** The settings of the process, read once at start. Names and defaults: README, "Settings". */
export interface Config {
  production: boolean;
  /** Pages are made from templates that are read once; not where someone works on them. */
  keepsViews: boolean;
  port: number;
  host: string;
  /** Seconds that requests are still taken after a stop was asked for, while proxies turn to other processes. */
  drainSeconds: number;
  /** Public address without a trailing slash. */
  toolUrl: string;
  /** Signs sessions and encrypts private keys; undefined: made once and kept in `dataDir`. */
  toolSecret: string | undefined;
  /** Base64 of 32 bytes each: the first encrypts, all decrypt; undefined: made once and kept in `dataDir`. */
  dataKeys: string[] | undefined;
  dataDir: string;
  databaseUrl: string;
  /** Folder of the course package; undefined: the one that comes with the program. */
  courseDir: string | undefined;
  /** For authors: the package is read anew when it changes, and open pages follow. */
  coursePreview: boolean;
  sandbox: boolean;
  registration: 'open' | 'invite' | 'approve' | 'closed';
  allowPrivatePlatforms: boolean;
  retentionMonths: number;
  metricsToken: string | undefined;
  logLevel: string;
  /** Where reminders by e-mail leave; undefined where they are not offered. */
  email: { url: string; from: string; requireTls: boolean } | undefined;
  /** The gateway that reminders by SMS leave by; undefined where they are not offered. */
  sms: { gateway: 'generic' | 'gatewayapi'; url: string; token: string; sender: string } | undefined;
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

const onOff = z.enum(['on', 'off'], { error: 'must be on or off' });
const key = /^[A-Za-z0-9+/]{43}=$/;
const mailbox = /^(?:[^<>@"]* )?<[^<>@\s]+@[^<>@\s]+>$|^[^<>@\s]+@[^<>@\s]+$/;
const GATEWAYAPI_URL = 'https://gatewayapi.com/rest/mtsms';

const settings = z.object({
  NODE_ENV: z
    .enum(['development', 'production', 'test'], { error: 'must be development, production or test' })
    .default('development'),
  PORT: z.coerce
    .number({ error: 'must be a number' })
    .int()
    .min(0, 'must be 0 to 65535')
    .max(65535, 'must be 0 to 65535')
    .default(3000),
  HOST: z.string().min(1).optional(),
  DRAIN_SECONDS: z.coerce
    .number({ error: 'must be a number of seconds' })
    .int()
    .min(0, 'must be 0 or more')
    .max(60, 'must be 60 or less')
    .optional(),
  TOOL_URL: z.url({ protocol: /^https?$/, error: 'must be a web address such as https://lti.example.dk' }).optional(),
  TOOL_SECRET: z.string().min(32, 'must have 32 characters or more').optional(),
  DATA_KEY: z
    .string()
    .transform((value) => value.split(',').map((part) => part.trim()))
    .refine(
      (keys) => keys.every((part) => key.test(part)),
      'must be base64 of 32 bytes; several are separated by commas',
    )
    .optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^(?:sqlite:|mongodb(?:\+srv)?:\/\/)/, 'must begin with sqlite:, mongodb:// or mongodb+srv://')
    .optional(),
  COURSE_DIR: z.string().min(1).optional(),
  COURSE_PREVIEW: onOff.default('off'),
  SANDBOX: onOff.optional(),
  REGISTRATION: z
    .enum(['open', 'invite', 'approve', 'closed'], { error: 'must be open, invite, approve or closed' })
    .optional(),
  ALLOW_PRIVATE_PLATFORMS: onOff.optional(),
  RETENTION_MONTHS: z.coerce
    .number({ error: 'must be a number of months' })
    .int()
    .min(1, 'must be 1 or more')
    .max(120, 'must be 120 or less')
    .default(12),
  METRICS_TOKEN: z.string().min(16, 'must have 16 characters or more').optional(),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'must be a pino level such as info',
    })
    .default('info'),
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      hostname: /./,
      error: 'must be an address such as smtps://user:password@mail.example.dk',
    })
    .optional(),
  MAIL_FROM: z
    .string()
    .max(320)
    .refine((value) => !/[\r\n]/.test(value) && mailbox.test(value), {
      error: 'must be an e-mail address, or a name and the address in <>',
    })
    .optional(),
  SMS_GATEWAY: z.enum(['generic', 'gatewayapi'], { error: 'must be generic or gatewayapi' }).optional(),
  SMS_URL: z.url({ protocol: /^https?$/, error: 'must be a web address' }).optional(),
  SMS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'must be without spaces and letters such as å')
    .optional(),
  SMS_SENDER: z
    .string()
    .regex(/^(?:[A-Za-z0-9]{1,11}|\d{1,15})$/, 'must be at most 11 letters a-z and digits, or 15 digits')
    .optional(),
});

/** Every name that the environment may set. */
export const settingNames: readonly string[] = Object.keys(settings.shape);

type Settings = z.infer<typeof settings>;

const productionFaults = (read: Settings): string[] => {
  if (read.NODE_ENV !== 'production') return [];
  const faults: string[] = [];
  if (!read.TOOL_SECRET) faults.push('TOOL_SECRET is missing: in production it must be set, 32 characters or more');
  if (!read.DATA_KEY) faults.push('DATA_KEY is missing: in production it must be set to base64 of 32 bytes');
  if (!read.TOOL_URL?.startsWith('https://')) faults.push('TOOL_URL must be an https address in production');
  if (read.COURSE_PREVIEW === 'on') faults.push('COURSE_PREVIEW must be off in production');
  if (read.SANDBOX === 'on') faults.push('SANDBOX must be off in production');
  if (read.ALLOW_PRIVATE_PLATFORMS === 'on') faults.push('ALLOW_PRIVATE_PLATFORMS must be off in production');
  if (read.SMS_URL?.startsWith('http:')) faults.push('SMS_URL must be an https address in production');
  return faults;
};

/** A channel that is half set up would look as if it worked. */
const halfSetFaults = (read: Settings): string[] => {
  const sms = ['SMS_GATEWAY', 'SMS_TOKEN', 'SMS_SENDER', 'SMS_URL'] as const;
  const missing = (names: readonly (keyof Settings)[], needed: readonly (keyof Settings)[]) => {
    const given = names.filter((name) => read[name] !== undefined).join(' and ');
    if (given === '') return [];
    return needed
      .filter((name) => read[name] === undefined)
      .map((name) => `${name} is missing: it is needed where ${given} is set`);
  };
  return [
    ...missing(['SMTP_URL', 'MAIL_FROM'], ['SMTP_URL', 'MAIL_FROM']),
    ...missing(sms, read.SMS_GATEWAY === 'gatewayapi' ? sms.slice(0, 3) : sms),
  ];
};

/** Names that look like ours but are not: a typing mistake must not pass in silence. */
const near =
  /^(TOOL_|DATA_|DRAIN_|SANDBOX|REGISTRATION|ALLOW_PRIVATE|RETENTION_|METRICS_|DATABASE_|COURSE_|LOG_LEVEL|SMTP_|MAIL_|SMS_)/;
const unknownFaults = (env: NodeJS.ProcessEnv): string[] =>
  Object.keys(env)
    .filter((name) => near.test(name) && !(name in settings.shape))
    .map((name) => `${name} is not a setting of this program`);

/**
 * Reads and checks the environment.
 * @throws {BadSettings} naming every fault at once.
 */
export const readConfig = (env: NodeJS.ProcessEnv = process.env): Config => {
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
};

const toConfig = (read: Settings): Config => {
  const production = read.NODE_ENV === 'production';
  return Object.freeze({
    production,
    keepsViews: read.NODE_ENV !== 'development',
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
    retentionMonths: read.RETENTION_MONTHS,
    metricsToken: read.METRICS_TOKEN,
    logLevel: read.LOG_LEVEL,
    ...channelsOf(read),
  });
};

const channelsOf = (read: Settings): Pick<Config, 'email' | 'sms'> => {
  const { SMTP_URL, MAIL_FROM, SMS_GATEWAY: gateway, SMS_URL = GATEWAYAPI_URL, SMS_TOKEN, SMS_SENDER } = read;
  return {
    email:
      SMTP_URL && MAIL_FROM
        ? { url: SMTP_URL, from: MAIL_FROM, requireTls: read.NODE_ENV === 'production' }
        : undefined,
    sms:
      gateway && SMS_TOKEN && SMS_SENDER ? { gateway, url: SMS_URL, token: SMS_TOKEN, sender: SMS_SENDER } : undefined,
  };
};
