import { z } from 'zod';
import { absenceRules, completions, usualRule } from '../domain/courseRule.ts';
import { networksSetting } from './networks.ts';

const onOff = z.enum(['on', 'off'], { error: 'must be on or off' });
const key = /^[A-Za-z0-9+/]{43}=$/;
const mailbox = /^(?:[^<>@"]* )?<[^<>@\s]+@[^<>@\s]+>$|^[^<>@\s]+@[^<>@\s]+$/;

/** Calling codes of countries (ITU-T E.164); without satellites, networks and services, which cost most. */
const callingCode =
  /^(?!(?:800|808|87\d|88[1238]|979)$)(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|(?:2[1-689]|3[578]|42|5[09]|6[789]|8[05789]|9[679])\d)$/;

const webhookSecret = z
  .string()
  .regex(/^[\x21-\x7e]{24,}$/, 'must have 24 characters or more, without spaces and letters such as å')
  .optional();

const phoneSetting = z
  .string()
  .regex(/^\+?\d[\d ]{2,18}\d$/, 'must be digits, with spaces if you like, such as 12 34 56 78')
  .default('');

const emailSetting = z.email({ error: 'must be an address such as kursus@example.dk' }).default('');

/** All our links begin at the root of the site, so the tool cannot share a host with other programs. */
function isWholeSite(address: string): boolean {
  const { origin } = new URL(address);
  return new URL(address).href === `${origin}/`;
}

/** Each setting separately: its name and form. */
export const settings = z.object({
  NODE_ENV: z
    .enum(['development', 'production', 'test'], { error: 'must be development, production or test' })
    .optional(),
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
  TOOL_URL: z
    .url({ protocol: /^https?$/, error: 'must be a web address such as https://lti.example.dk', abort: true })
    .refine(isWholeSite, 'must be a web address without a path, such as https://lti.example.dk')
    .optional(),
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
  PRIVATE_NETWORKS: networksSetting.optional(),
  RETENTION_MONTHS: z.coerce
    .number({ error: 'must be a number of months' })
    .int()
    .min(1, 'must be 1 or more')
    .max(120, 'must be 120 or less')
    .default(12),
  CONTROLLER_NAME: z.string().min(1).max(200).default('Komiteen for Sundhedsoplysning (KfS)'),
  CONTROLLER_PHONE: phoneSetting,
  CONTROLLER_EMAIL: emailSetting,
  INSTRUCTOR_HELP_NAME: z.string().min(1).max(200).default('KfS'),
  INSTRUCTOR_HELP_PHONE: phoneSetting,
  INSTRUCTOR_HELP_EMAIL: emailSetting,
  COMPLETED_BY: z
    .enum(completions, { error: 'must be attendance, preparation, either or both' })
    .default(usualRule.completedBy),
  COMPLETED_PERCENT: z.coerce
    .number({ error: 'must be a number' })
    .int()
    .min(1, 'must be 1 or more')
    .max(100, 'must be 100 or less')
    .default(usualRule.completedPercent),
  DROPPED_OUT_DAYS: z.coerce
    .number({ error: 'must be a number of days' })
    .int()
    .min(7, 'must be 7 or more')
    .max(365, 'must be 365 or less')
    .default(usualRule.droppedOutDays),
  ABSENCE_COUNTS: z.enum(absenceRules, { error: 'must be all or untold' }).default(usualRule.absenceCounts),
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
  MAIL_BOUNCES: z.email({ error: 'must be an e-mail address' }).max(200).optional(),
  MAIL_WEBHOOK_SECRET: webhookSecret,
  SMS_WEBHOOK_SECRET: webhookSecret,
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
  SMS_COUNTRIES: z
    .string()
    .default('45')
    .transform((list) => list.split(',').map((code) => code.trim()))
    .refine((codes) => codes.every((code) => callingCode.test(code)), {
      error:
        'must be calling codes of countries, such as 45,46,47; codes of satellites and of no country are not taken',
    }),
  SMS_CODES_PER_DAY: z.coerce
    .number({ error: 'must be a number of messages' })
    .int()
    .min(1, 'must be 1 or more')
    .max(100_000, 'must be 100000 or less')
    .default(500),
});

export type Settings = z.infer<typeof settings>;
