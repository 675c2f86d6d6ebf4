import { isPublicAddress } from './publicAddress.ts';
import type { Settings } from './schema.ts';
import { isWeakSecret } from './weakSecret.ts';

/** A public https address means production unless NODE_ENV says otherwise: it may have been forgotten. */
export function modeOf({ NODE_ENV, TOOL_URL, SANDBOX }: Settings): 'development' | 'production' | 'test' {
  if (NODE_ENV) return NODE_ENV;
  return TOOL_URL !== undefined && isPublicAddress(TOOL_URL) && SANDBOX !== 'on' ? 'production' : 'development';
}

export function productionFaults(read: Settings): string[] {
  if (modeOf(read) !== 'production') return [];
  const faults = [...openFaults(read), ...secretFaults(read)];
  if (faults.length > 0 && !read.NODE_ENV)
    faults.push(
      `${read.TOOL_URL ?? ''} is a public address, so this is production. To try the program out there, set NODE_ENV=development`,
    );
  return faults;
}

function secretFaults({ TOOL_SECRET, DATA_KEY: [first = ''] = [], METRICS_TOKEN }: Settings): string[] {
  const faults: string[] = [];
  const weak = (name: string, how: string) => `${name} can be guessed: make one by ${how}`;
  if (!TOOL_SECRET) faults.push('TOOL_SECRET is missing: in production it must be set, 32 characters or more');
  else if (isWeakSecret(Buffer.from(TOOL_SECRET))) faults.push(weak('TOOL_SECRET', 'openssl rand -hex 32'));
  if (!first) faults.push('DATA_KEY is missing: in production it must be set to base64 of 32 bytes');
  // Keys after the first only decrypt, so a weak key can still be phased out.
  else if (isWeakSecret(Buffer.from(first, 'base64'))) faults.push(weak('DATA_KEY', 'openssl rand -base64 32'));
  if (METRICS_TOKEN && isWeakSecret(Buffer.from(METRICS_TOKEN)))
    faults.push(weak('METRICS_TOKEN', 'openssl rand -hex 32'));
  return faults;
}

function openFaults(read: Settings): string[] {
  const faults: string[] = [];
  if (!read.TOOL_URL?.startsWith('https://')) faults.push('TOOL_URL must be an https address in production');
  if (read.COURSE_PREVIEW === 'on') faults.push('COURSE_PREVIEW must be off in production');
  if (read.SANDBOX === 'on') faults.push('SANDBOX must be off in production');
  if (read.ALLOW_PRIVATE_PLATFORMS === 'on')
    faults.push('ALLOW_PRIVATE_PLATFORMS must be off in production; name the networks in PRIVATE_NETWORKS instead');
  if (read.SMS_URL?.startsWith('http:')) faults.push('SMS_URL must be an https address in production');
  return faults;
}

/** Reports channels that are only half set up, which would otherwise seem to work. */
export function halfSetFaults(read: Settings): string[] {
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
}
