import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

interface Mail {
  /** Where it goes back to, by the envelope. */
  from: string;
  to: string[];
  /** As it came over the wire. */
  raw: string;
  /** The text, with its transfer encoding undone. */
  text: string;
  header(name: string): string;
}

export interface MailServer {
  /** `smtp://127.0.0.1:<port>` */
  url: string;
  mails: Mail[];
  /** The next mails fail so. `hang`: it takes the message and never says so. */
  trouble: 'none' | 'unknown-receiver' | 'later' | 'hang' | 'blocked';
  /** Called as soon as a message is there, before it is answered. */
  onMail: (mail: Mail) => void;
  /** Nobody listens any more; connections are cut. */
  stop(): Promise<void>;
  /** Listens again at the same address. */
  start(): Promise<void>;
}

const refusals = {
  'unknown-receiver': [550, 'no such user'],
  later: [450, 'try again later'],
  blocked: [550, '5.7.1 you are not welcome'],
} as const;

/** A real SMTP server on loopback that keeps what it gets. */
export async function startMailServer(): Promise<MailServer> {
  let server = build();
  let port = 0;
  const start = async () => {
    server = build();
    server.listen(port, '127.0.0.1');
    await once(server.server, 'listening');
    const address = server.server.address();
    port = typeof address === 'object' && address ? address.port : 0;
  };
  const mailServer: MailServer = {
    url: '',
    mails: [],
    trouble: 'none',
    onMail: () => undefined,
    start,
    stop: async () => {
      for (const connection of server.connections) (connection as { _socket: { destroy(): void } })._socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  function build() {
    return new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      closeTimeout: 100,
      onRcptTo: (_address, _session, done) => {
        const { trouble } = mailServer;
        if (trouble === 'none' || trouble === 'hang') {
          done();
          return;
        }
        const [responseCode, message] = refusals[trouble];
        done(Object.assign(new Error(message), { responseCode }));
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope;
          const from = mailFrom === false ? '' : mailFrom.address;
          const mail = { ...read(Buffer.concat(chunks).toString()), from, to: rcptTo.map(({ address }) => address) };
          mailServer.mails.push(mail);
          mailServer.onMail(mail);
          if (mailServer.trouble !== 'hang') done();
        });
      },
    }).on('error', () => undefined);
  }
  await start();
  mailServer.url = `smtp://127.0.0.1:${port}`;
  return mailServer;
}

function read(raw: string): Omit<Mail, 'from' | 'to'> {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const unfolded = head.replace(/\r\n[ \t]+/g, ' ');
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(unfolded)?.[1] ?? '';
  const body = rest.join('\r\n\r\n');
  const encoding = header('Content-Transfer-Encoding');
  const text = { base64: () => Buffer.from(body, 'base64').toString(), 'quoted-printable': () => unquoted(body) }[
    encoding
  ];
  return { raw, header, text: (text ? text() : body).replaceAll('\r\n', '\n') };
}

function unquoted(body: string): string {
  return Buffer.from(
    body
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_match, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString();
}
