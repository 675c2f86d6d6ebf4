import type { PlatformSummary } from '../lti/platforms/manage.ts';
import { table } from './table.ts';

const DAY = 24 * 3_600_000;

function day(time: number): string {
  return new Date(time).toLocaleDateString('sv-SE', { timeZone: 'Europe/Copenhagen' });
}

function age(from: number, now: number): string {
  const days = Math.max(0, Math.floor((now - from) / DAY));
  return days === 1 ? '1 day' : `${days} days`;
}

function rule({ deploymentRule, deployments }: PlatformSummary): string {
  return deploymentRule === 'listed' ? deployments.join(', ') : deploymentRule;
}

/** All platforms as a table. `state`: active, waiting (for approval) or off. */
export function platformTable(platforms: readonly PlatformSummary[], now: number): string {
  return table([
    ['id', 'state', 'name', 'issuer', 'client id', 'deployments', 'last launch', 'key age'],
    ...platforms.map((one) => [
      one.id,
      one.status,
      one.name,
      one.issuer,
      one.clientId,
      rule(one),
      one.lastLaunchAt === undefined ? 'none' : day(one.lastLaunchAt),
      age(one.keyCreatedAt, now),
    ]),
  ]);
}
