import { createTransport } from 'nodemailer';
import { outcome, type Message, type Outcome, type Send } from './outcome.ts';

export interface EmailSettings {
  /** `smtp://` or `smtps://`, with the user name and password in it where the server wants them. */
  url: string;
  from: string;
  /** Whether a server that does not encrypt is refused. */
  requireTls: boolean;
  /** Where mail that does not arrive goes back to, with the message's `ref` after a plus; undefined: to the sender. */
  bounces?: string | undefined;
}

const SECONDS = 1000;
/** Together they stay under a minute, and far under the lease of a message. */
const timeouts = {
  dnsTimeout: 10 * SECONDS,
  connectionTimeout: 10 * SECONDS,
  greetingTimeout: 10 * SECONDS,
  socketTimeout: 15 * SECONDS,
};
const LONGEST = 45 * SECONDS;

/** Plain text only, so that nothing is fetched when it is read. */
export function createEmail({ url, from, requireTls, bounces }: EmailSettings): Send {
  const server = new URL(url);
  const isWrapped = server.protocol === 'smtps:';
  const options = {
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
  return async (address, message) => {
    // A connection of its own: one that went wrong is nobody else's trouble.
    const transport = createTransport(options);
    const late = new Promise<Outcome>((resolve) =>
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

/** Variable envelope return path: what comes back says which message it was, and whose is known here alone. */
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
      // RFC 8058: the mail program's own stop button, without a visit.
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

/** What a failure of the mail library says about whether the message was taken (RFC 5321, 4.2). */
function outcomeOfSmtp(error: unknown): Outcome {
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

/** 550, 551 and 553 about the receiver; 5.7 is about us (RFC 3463): blocked or not allowed, and no fault of theirs. */
function outcomeOfAnswer({ command, responseCode, response }: Omit<SmtpFailure, 'code' | 'syscall' | 'message'>) {
  const cause = `smtp-${responseCode}`;
  const isAboutReceiver = command === 'RCPT TO' && [550, 551, 553].includes(responseCode);
  if (isAboutReceiver && !/^\d{3}[ -]5\.7\./.test(response)) return outcome('refused', cause);
  const isFinal = responseCode >= 500 && ['RCPT TO', 'DATA'].includes(command);
  return isFinal ? outcome('dropped', cause) : outcome('later', cause);
}
