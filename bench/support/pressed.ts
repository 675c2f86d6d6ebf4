import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon, { type Request } from 'autocannon';
import { compared, type Measurement } from '../measure.ts';
import { processorTimeOf } from './processorTime.ts';

const CONNECTIONS = [1, 8, 64];
const SECONDS = 4;
/** Seconds after which an answer counts as none. */
const TIMEOUT = 600;

/** What a browser asks with. */
export const COMPRESSED = { 'accept-encoding': 'gzip' };

/** What a form is sent with. */
export const FORM = { 'content-type': 'application/x-www-form-urlencoded', ...COMPRESSED };

export interface Visited {
  what: string;
  /** In the order in which they take turns. */
  requests: Request[];
  /** Only this is measured: a page of an error is quickly made. The word is of the page, or of the address that it leads to. */
  answer: { status: number; word: string };
  /** How many are sent at so many at once, where each can be sent only once or takes long; otherwise, as many as there is time for. */
  amount?: (connections: number) => number;
  /** Numbers of requests at once; default: 1, 8 and 64. */
  atOnce?: number[];
}

export interface Target {
  url: string;
  pid: number;
}

/** Requests one at a time and several at once, each beside the same answer sent from memory by Express. */
export async function besidePlain(product: Target, visited: Visited): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const page = join(folder, 'page.html');
  writeFileSync(page, await answerTo(product, visited));
  const plain = fork(join(import.meta.dirname, 'plainExpress.ts'), [page]);
  const [port] = (await once(plain, 'message')) as [number];
  const bare = { url: `http://127.0.0.1:${port}`, pid: plain.pid ?? 0 };
  const onePage = { requests: [{ method: 'GET' as const, path: '/', headers: COMPRESSED }], answer: { status: 200 } };
  const measured: Measurement[] = [];
  try {
    for (const connections of visited.atOnce ?? CONNECTIONS) {
      const ours = await pressed(product, { ...visited, connections });
      const theirs = await pressed(bare, { ...onePage, connections });
      measured.push(
        compared(
          { what: `the processor for ${visited.what}, ${connections} at once`, value: ours.processor },
          { what: 'the same answer from memory, plain Express', value: theirs.processor },
          { note: `${ours.told}; plain: ${theirs.told}` },
        ),
      );
    }
    await answerTo(product, visited);
    return measured;
  } finally {
    plain.kill();
    rmSync(folder, { recursive: true });
  }
}

/** The words that answer a request: a page, or the address that it leads to. @throws if they are not those that are to be measured */
async function answerTo({ url }: Target, { what, requests, answer }: Visited): Promise<string> {
  const [first = {}] = requests;
  const made = typeof first.setupRequest === 'function' ? first.setupRequest(first, {}) : first;
  const { path = '', method = 'GET', headers = {}, body } = made;
  const sent = { method, headers: headers as Record<string, string>, redirect: 'manual' as const };
  const got = await fetch(url + path, { ...sent, ...(body !== undefined && { body: body as string }) });
  const words = got.headers.get('location') ?? (await got.text());
  if (got.status !== answer.status || !words.includes(answer.word))
    throw new Error(`${what} answered ${got.status}, without "${answer.word}": ${words.slice(0, 500)}`);
  return words;
}

interface Pressed extends Pick<Visited, 'requests' | 'amount'> {
  answer: Pick<Visited['answer'], 'status'>;
  connections: number;
}

/** @throws if any answer was another than the one that is to be measured */
async function pressed({ url, pid }: Target, { connections, requests, answer, amount }: Pressed) {
  const before = processorTimeOf(pid);
  const howMany = amount ? { amount: amount(connections), timeout: TIMEOUT } : { duration: SECONDS };
  const result = await autocannon({ url, connections, requests, ...howMany });
  const { total } = result.requests;
  const right = result.statusCodeStats?.[`${answer.status}`]?.count ?? 0;
  if (right < total || result.errors > 0)
    throw new Error(`${requests[0]?.path}: of ${total} answers only ${right} were ${answer.status}.`);
  return {
    /** Milliseconds for each request. */
    processor: (processorTimeOf(pid) - before) / total,
    told: `${Number((total / result.duration).toPrecision(3))}/s, p50 ${result.latency.p50} ms, p99 ${result.latency.p99} ms`,
  };
}
