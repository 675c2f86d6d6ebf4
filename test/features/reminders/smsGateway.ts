import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SmsGateway {
  url: string;
  requests: { headers: IncomingHttpHeaders; body: Record<string, unknown> }[];
  /** What it answers; 0 cuts the connection after it has read the request. */
  answer: { status: number; body: string };
  close(): Promise<void>;
}

/** A real HTTP server on loopback in the place of an SMS gateway. */
export async function startSmsGateway(): Promise<SmsGateway> {
  const server = createServer((req, res) => {
    let text = '';
    req.on('data', (chunk: Buffer) => (text += chunk.toString()));
    req.on('end', () => {
      gateway.requests.push({ headers: req.headers, body: JSON.parse(text) as Record<string, unknown> });
      if (gateway.answer.status === 0) req.socket.destroy();
      else res.writeHead(gateway.answer.status, { 'content-type': 'application/json' }).end(gateway.answer.body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const gateway: SmsGateway = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sms`,
    requests: [],
    answer: { status: 200, body: '{"ids":[1]}' },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return gateway;
}
