import { outcome, type Message, type SendingOutcome, type Send } from './outcome.ts';

export interface SmsSettings {
  gateway: 'generic' | 'gatewayapi';
  url: string;
  token: string;
  /** Shown as the sender: at most 11 letters and digits, or 15 digits. */
  sender: string;
}

interface Request {
  headers: Record<string, string>;
  body: object;
}

/** A gateway's way to receive a message, and what its answers mean. */
interface Adapter {
  request(to: string, message: Pick<Message, 'text' | 'ref'>, settings: SmsSettings): Request;
  /** The answer's text has at most a few thousand characters. */
  outcomeOf(status: number, text: string): SendingOutcome;
}

const TIMEOUT_MS = 20_000;
const LONGEST_ANSWER = 4000;

/** Statuses by which a server says that it has not started to process a request (RFC 9110). */
const NOT_TAKEN = new Set([401, 402, 403, 408, 425, 429, 503]);

/** What a status means from any gateway, before its own text is considered. */
function outcomeOfStatus(status: number): SendingOutcome {
  const cause = `http-${status}`;
  if (status >= 200 && status < 300) return outcome('sent');
  if (NOT_TAKEN.has(status)) return outcome('later', cause);
  // We do not follow a redirect with someone's number; a fault inside the gateway may occur after it has sent.
  return status >= 500 ? outcome('uncertain', cause) : outcome('dropped', cause);
}

/** Our own contract, for gateways without an adapter: docs/reminders.md. */
const generic: Adapter = {
  request: (to, { text, ref }, { token, sender }) => ({
    headers: { authorization: `Bearer ${token}` },
    body: { to, from: sender, text, ...(ref && { ref }) },
  }),
  outcomeOf: (status) => ([410, 422].includes(status) ? outcome('refused', `http-${status}`) : outcomeOfStatus(status)),
};

/** https://gatewayapi.com/docs/apis/rest/ and /docs/error-codes, as read in November 2026. */
const gatewayapi: Adapter = {
  request: (to, { text, ref }, { token, sender }) => ({
    headers: { authorization: `Basic ${Buffer.from(`${token}:`).toString('base64')}` },
    body: {
      sender,
      message: text,
      recipients: [{ msisdn: Number(to.replace('+', '')) }],
      ...(ref && { userref: ref }),
    },
  }),
  // 0x0215: "MSISDN blacklisted". The gateway reports a non-existent number only later: `deliveries.ts`.
  outcomeOf: (status, text) =>
    status === 403 && /"code"\s*:\s*"0x0215"/i.test(text) ? outcome('refused', 'blacklisted') : outcomeOfStatus(status),
};

const adapters: Record<SmsSettings['gateway'], Adapter> = { generic, gatewayapi };

export function createSms(settings: SmsSettings): Send {
  const adapter = adapters[settings.gateway];
  return async (address, message) => {
    const { headers, body } = adapter.request(address, message, settings);
    try {
      const response = await fetch(settings.url, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify(body),
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const answer = await response.text().catch(() => '');
      return adapter.outcomeOf(response.status, answer.slice(0, LONGEST_ANSWER));
    } catch (error) {
      return neverConnected(error) ? outcome('later', 'connection') : outcome('uncertain', 'connection-lost');
    }
  };
}

const BEFORE_CONNECTED =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_.*|ERR_TLS.*|DEPTH_ZERO.*|SELF_SIGNED.*|UNABLE_TO_.*)$/;

function neverConnected(error: unknown): boolean {
  const { cause } = error as { cause?: { code?: unknown; errors?: { code?: unknown }[] } };
  // If a name has several addresses, each has failed on its own.
  const codes = cause?.errors ? cause.errors.map(({ code }) => code) : [cause?.code];
  return codes.every((code) => typeof code === 'string' && BEFORE_CONNECTED.test(code));
}
