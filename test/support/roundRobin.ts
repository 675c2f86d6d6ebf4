import { Agent, createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A request that was forwarded, and the process that received it. */
interface Passed {
  method: string;
  path: string;
  process: number;
  status: number;
}

/** A proxy that does not distinguish visitors: each request goes to the next process in turn. */
export interface RoundRobin {
  url: string;
  passed: Passed[];
  /** The process whose turn is next. */
  next: number;
  /** From now on, skips processes that say they are not ready, as common proxies do. */
  watch(): void;
  close(): Promise<void>;
}

const CHECK_EVERY = 100;

/** @param addressOf the processes' own addresses, derived from the proxy's; they must know it before they start */
export async function startRoundRobin(addressOf: (url: string) => Promise<string[]>): Promise<RoundRobin> {
  const agent = new Agent({ keepAlive: true });
  const server = createServer((request, response) => void pass(request, response));
  // The processes' answers promise a minute, and pass through as they are.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const addresses = await addressOf(url);
  const isOut = addresses.map(() => false);
  let timer: NodeJS.Timeout | undefined;

  const check = async (): Promise<void> => {
    const answers = addresses.map((address) => fetch(`${address}/health/ready`).then(({ ok }) => ok, notThere));
    (await Promise.all(answers)).forEach((isReady, each) => (isOut[each] = !isReady));
  };
  const turn = (): number => {
    const each = proxy.next % addresses.length;
    proxy.next += 1;
    return isOut[each] && isOut.includes(false) ? turn() : each;
  };

  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await buffer(request);
    const forward = (triesLeft: number): void => {
      const process = turn();
      const { method = '', url: path = '', headers } = request;
      const onward = ask(`${addresses[process] ?? ''}${path}`, { method, headers, agent }, (answer) => {
        proxy.passed.push({ method, path, process, status: answer.statusCode ?? 0 });
        response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
        answer.pipe(response);
      });
      onward.once('error', (error: NodeJS.ErrnoException) => {
        // If nobody listened, nothing was sent; any other request may have been carried out, and is not repeated.
        if (error.code === 'ECONNREFUSED' && triesLeft > 0) forward(triesLeft - 1);
        else response.writeHead(502).end(String(error.code));
      });
      onward.end(body);
    };
    forward(addresses.length - 1);
  };

  const proxy: RoundRobin = {
    url,
    passed: [],
    next: 0,
    watch: () => (timer ??= setInterval(() => void check(), CHECK_EVERY)),
    close: async () => {
      clearInterval(timer);
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return proxy;
}

function notThere() {
  return false;
}
