import type { Config } from '../config.ts';
import { isPublicAddress } from '../settings/publicAddress.ts';

/** What the program runs with, on one line: no database address, no secret. */
export function startLine(config: Config, platforms: readonly { status: string }[]): string {
  const active = platforms.filter(({ status }) => status === 'active').length;
  const channels = [config.email && 'e-mail', config.sms && 'SMS'].filter(Boolean).join(' and ');
  const parts = [
    config.databaseUrl.startsWith('mongodb') ? 'MongoDB' : 'SQLite',
    `registration ${config.registration}`,
    `${active} of ${platforms.length} platforms active`,
    `trial room ${config.sandbox ? 'on' : 'off'}`,
    `platforms on ${networksOf(config)}`,
    `reminders by ${channels || 'calendar only'}`,
    `metrics ${config.metricsToken ? 'by token' : 'on this machine'}`,
    `kept ${config.retentionMonths} months`,
  ];
  return `Runs in ${config.production ? 'production' : 'development'}: ${parts.join(', ')}.`;
}

function networksOf({ allowPrivatePlatforms, privateNetworks: { blocks, hosts } }: Config): string {
  if (allowPrivatePlatforms) return 'any network';
  const named = [...blocks.map(([network, bits]) => `${network.toString()}/${bits}`), ...hosts];
  return named.length === 0 ? 'the internet' : `the internet and ${named.join(' and ')}`;
}

/** A warning if something meant for trying out can be reached from the internet; otherwise empty. */
export function warningLine({ production, toolUrl, registration, sandbox }: Config): string {
  if (production || !isPublicAddress(toolUrl)) return '';
  const open = [
    registration === 'open' && 'any course system may register',
    sandbox && 'the trial room is open to all',
  ];
  const said = open.filter(Boolean).join(', and ') || 'plain http and private addresses are let through';
  return `Careful: this runs in development at a public address: ${said}. NODE_ENV=production closes that.`;
}
