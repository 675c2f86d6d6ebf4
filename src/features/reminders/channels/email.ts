import { createTransport } from 'nodemailer';
import { outcome, type Message, type SendingOutcome, type Send } from './outcome.ts';

export interface EmailSettings {
  /** `smtp://` or `smtps://`, including user name and password if the server requires them. */
  url: string;
  from: string;
  /** Whether to refuse a server that does not encrypt. */
  requireTls: boolean;
  /**
   * The address for mail that does not arrive, to which the message's `ref` is added after a plus; undefined: the
   * sender.
   */
  bounces?: string | undefined;
}

const SECONDS = 1000;
/** Together they stay below a minute, far below the lease of a message. */
const timeouts = {
  dnsTimeout: 10 * SECONDS,
  connectionTimeout: 10 * SECONDS,
  greetingTimeout: 10 * SECONDS,
  socketTimeout: 15 * SECONDS,
};
const LONGEST = 45 * SECONDS;

export function optionsOf({ url, requireTls }: Pick<EmailSettings, 'url' | 'requireTls'>) {
  const server = new URL(url);
  const isWrapped = server.protocol === 'smtps:';
  return {
    host: server.hostname,
    port: Number(server.port) || (isWrapped ? 465 : 587),
    secure: isWrapped,
    requireTLS: !isWrapped && requireTls,
    ...(server.username && {
      auth: { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) },
    }),
    ...timeouts,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** Sends plain text only, so that opening a mail fetches nothing. */
export function createEmail({ from, bounces, ...server }: EmailSettings): Send {
  const options = optionsOf(server);
  return async (address, message) => {
    // Each message has its own connection, so that a faulty one affects no other message.
    const transport = createTransport(options);
    const late = new Promise<SendingOutcome>((resolve) =>
      setTimeout(() => resolve(outcome('uncertain', 'too-slow')), LONGEST).unref(),
    );
    try {
      const sending = transport
        .sendMail({ ...toMail(message), from, to: { name: '', address }, ...returned(message, { address, bounces }) })
        .then(() => outcome('sent'), outcomeOfSmtp);
      return await Promise.race([sending, late]);
    } finally {
      transport.close();
    }
  };
}

/** Variable envelope return path: returned mail tells which message it was; only we know whose that is. */
function returned({ ref }: Message, { address, bounces }: { address: string; bounces: string | undefined }) {
  return bounces === undefined || ref === ''
    ? {}
    : { envelope: { from: bounces.replace('@', `+${ref}@`), to: address } };
}

function toMail({ subject, text, stopUrl }: Message) {
  return {
    subject,
    text,
    headers: {
      // RFC 3834: no out-of-office answers.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      // RFC 8058: the mail program's own unsubscribe button, without visiting a page.
      ...(stopUrl && { 'List-Unsubscribe': `<${stopUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
  };
}

interface SmtpFailure {
  code: string;
  command: string;
  responseCode: number;
  response: string;
  syscall: string;
  message: string;
}

/** What an error from the mail library says about whether the message was accepted (RFC 5321, 4.2). */
function outcomeOfSmtp(error: unknown): SendingOutcome {
  const {
    code = '',
    command = '',
    responseCode = 0,
    response = '',
    syscall = '',
    message = '',
  } = error as Partial<SmtpFailure>;
  if (responseCode > 0) return outcomeOfAnswer({ command, responseCode, response });
  const neverGotThrough =
    ['EDNS', 'ETLS', 'EAUTH', 'ECONFIG'].includes(code) ||
    syscall === 'connect' ||
    /^(Connection timeout|Greeting never received)/.test(message);
  return neverGotThrough ? outcome('later', 'connection') : outcome('uncertain', 'connection-lost');
}

/**
 * 550, 551 and 553 are about the recipient; 5.7 is about us (RFC 3463): blocked or not allowed, and not the recipient's
 * fault.
 */
function outcomeOfAnswer({ command, responseCode, response }: Omit<SmtpFailure, 'code' | 'syscall' | 'message'>) {
  const cause = `smtp-${responseCode}`;
  const isAboutReceiver = command === 'RCPT TO' && [550, 551, 553].includes(responseCode);
  if (isAboutReceiver && !/^\d{3}[ -]5\.7\./.test(response)) return outcome('refused', cause);
  const isFinal = responseCode >= 500 && ['RCPT TO', 'DATA'].includes(command);
  return isFinal ? outcome('dropped', cause) : outcome('later', cause);
}
