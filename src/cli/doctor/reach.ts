import type { Config } from '../../config.ts';
import { certificateAt } from '../../util/certificate.ts';
import { doubt, fault, well, type Finding } from '../../domain/finding.ts';
import { isGatewayThere, isServerThere } from '../../features/reminders/index.ts';

/** Our own address as others see it, and the servers of mail and SMS. Nothing is sent. */
export async function examineReach(config: Config): Promise<Finding[]> {
  const asked = await Promise.all([ownAddress(config), mail(config), sms(config)]);
  return asked.flat();
}

async function ownAddress({ toolUrl }: Config): Promise<Finding[]> {
  const certificate = await certificateAt('certificate', toolUrl, Date.now());
  const answer = await fetch(`${toolUrl}/health/ready`, { signal: AbortSignal.timeout(8000) }).catch(() => undefined);
  if (answer?.status === 200) return [well('server', `It answers at ${toolUrl}, and is ready.`), ...certificate];
  const says = answer ? `It answers ${answer.status} at ${toolUrl}/health/ready.` : `Nothing answers at ${toolUrl}.`;
  return [doubt('server', says, 'Start it, or look at the proxy in front of it.'), ...certificate];
}

async function mail({ email }: Config): Promise<Finding[]> {
  if (!email) return [];
  const why = await isServerThere(email);
  const server = why === undefined ? well('mail', 'The mail server lets us in.') : notThere('mail', why, 'SMTP_URL');
  return [server, ...(await certificateAt('mail', email.url, Date.now()))];
}

async function sms({ sms: gateway }: Config): Promise<Finding[]> {
  if (!gateway) return [];
  const why = await isGatewayThere(gateway);
  const there =
    why === undefined ? well('sms', 'The SMS gateway answers.') : notThere('sms', why, 'SMS_URL and SMS_TOKEN');
  return [there, ...(await certificateAt('sms', gateway.url, Date.now()))];
}

function notThere(of: string, why: string, setting: string): Finding {
  return fault(of, `It cannot be used: ${why}.`, `Look at ${setting}. Reminders wait until it is right again.`);
}
