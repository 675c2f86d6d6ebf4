import { createTransport } from 'nodemailer';
import { optionsOf, type EmailSettings } from './email.ts';
import type { SmsSettings } from './sms.ts';

const PATIENCE = 8000;

/** Connects and signs in, and sends nothing. Returns a short word for what is wrong; undefined if nothing is. */
export async function isServerThere(settings: EmailSettings): Promise<string | undefined> {
  const transport = createTransport({ ...optionsOf(settings), connectionTimeout: PATIENCE, greetingTimeout: PATIENCE });
  try {
    await transport.verify();
    return undefined;
  } catch (error) {
    const { code } = error as { code?: unknown };
    return typeof code === 'string' ? code : 'no answer';
  } finally {
    transport.close();
  }
}

/**
 * Asks the gateway's address without any message. Any answer of its own shows that it is there, but for one that our
 * token is not known.
 */
export async function isGatewayThere({ url, token }: SmsSettings): Promise<string | undefined> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(url, { method: 'OPTIONS', headers, signal: AbortSignal.timeout(PATIENCE) }).catch(
    () => undefined,
  );
  if (!answer) return 'no answer';
  return answer.status >= 500 ? `status ${answer.status}` : undefined;
}
