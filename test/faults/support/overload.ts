import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { load } from 'cheerio';
import { pressIntent } from '../../support/participant.ts';
import { beginLogin } from '../../support/platform/launch.ts';
import { people, type Platform } from '../../support/platform/startPlatform.ts';
import type { Form, Visit } from '../../support/platform/webClient.ts';

export const activity = 'modul-1-forberedelse';

/** What became of logins that nobody waits for, by status. */
type Statuses = Map<number, number>;

/** Connections that the flood holds open at most. Beyond 4096 that wait, the operating system refuses them, and saves with them. */
const MOST_OPEN = 3000;

/** In place of a status: the connection was broken. */
export const UNANSWERED = 0;

export interface Flood {
  statuses: Statuses;
  /** An answer of one who was turned away. */
  turnedAway: { headers: Record<string, unknown>; html: string }[];
  /** Sends so many a second, until told to stop, as long as no more than `MOST_OPEN` wait. Resolves when all are answered. */
  offer(perSecond: number, isOver: () => boolean): Promise<void>;
  /** Sends so many at the same moment. */
  atOnce(count: number): Promise<void>;
  /** How many a second are answered where each of a few sends the next when it has its answer. */
  capacity(milliseconds: number): Promise<number>;
}

/**
 * Logins as a course room begins them, from people that never go on to the platform.
 * @param addresses they come from these in turn; each has a limit of its own, so a flood that is to meet the door alone has several
 */
export async function floodOf(platform: Platform, addresses: readonly string[] = ['127.0.0.1']): Promise<Flood> {
  const { loginForm } = await beginLogin(platform, { person: people.jens, activity });
  const flood = { statuses: new Map<number, number>(), turnedAway: [] as Flood['turnedAway'] };
  const ask = asking(loginForm, addresses);
  const one = async (): Promise<void> => {
    const { status, ...answer } = await ask();
    flood.statuses.set(status, (flood.statuses.get(status) ?? 0) + 1);
    if (status === 503) flood.turnedAway.push(answer);
  };

  const offer: Flood['offer'] = async (perSecond, isOver) => {
    const open = new Set<Promise<void>>();
    const begun = performance.now();
    let sent = 0;
    while (!isOver()) {
      const due = ((performance.now() - begun) / 1000) * perSecond;
      for (; sent < due && open.size < MOST_OPEN; sent += 1) {
        const asked: Promise<void> = one().finally(() => open.delete(asked));
        open.add(asked);
      }
      await pause(10);
    }
    await Promise.all(open);
  };
  const capacity: Flood['capacity'] = async (milliseconds) => {
    const begun = performance.now();
    let count = 0;
    const few = async () => {
      for (; performance.now() - begun < milliseconds; count += 1) await one();
    };
    await Promise.all(Array.from({ length: 16 }, few));
    return (count * 1000) / (performance.now() - begun);
  };
  const atOnce = async (count: number) => void (await Promise.all(Array.from({ length: count }, one)));
  return { ...flood, offer, atOnce, capacity };
}

interface Answer {
  status: number;
  headers: Record<string, unknown>;
  html: string;
}

/** Posts a form over and over, without cookies; cheaper than `fetch`. */
function asking({ action, fields }: Pick<Form, 'action' | 'fields'>, addresses: readonly string[]) {
  const body = new URLSearchParams(fields).toString();
  const agents = addresses.map((localAddress) => new Agent({ keepAlive: true, localAddress, family: 4 }));
  let asked = 0;
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'da' };
  return (): Promise<Answer> =>
    new Promise((resolve) => {
      const agent = agents[asked++ % agents.length];
      const sent = request(action, { method: 'POST', agent, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          const html = Buffer.concat(chunks).toString();
          resolve({ status: answer.statusCode ?? UNANSWERED, headers: answer.headers, html });
        });
      });
      sent.once('error', () => resolve({ status: UNANSWERED, headers: {}, html: '' })).end(body);
    });
}

export interface Writer {
  /** Saves again and again, as a page does by itself, until told to stop. */
  write(isOver: () => boolean): Promise<void>;
  /** Milliseconds that each save took. */
  took: number[];
  /** Statuses of saves that did not end well. */
  lost: number[];
  /** What the last save held. */
  words: () => string;
  /** The page as the person finds it when they come back to it. */
  comesBack(): Promise<Visit>;
}

/** Someone at work in a course room of their own. */
export async function writerIn(platform: Platform): Promise<Writer> {
  const course = await platform.course.copy();
  const { client, page } = await platform.launch({ person: people.mette, activity, course });
  let shown = page;
  while (load(shown.html)('[name="answer.haab"]').length === 0) shown = await pressIntent(client, shown, 'next');
  const [took, lost]: [number[], number[]] = [[], []];
  let words = '';
  const write: Writer['write'] = async (isOver) => {
    for (let count = 0; !isOver(); count += 1) {
      words = `Ord nummer ${count} i rum ${course.id}`;
      const begun = performance.now();
      const { status } = await client.submit(shown, { 'answer.haab': words, intent: 'save' });
      took.push(performance.now() - begun);
      if (status !== 200 && status !== 303) lost.push(status);
      await pause(100);
    }
  };
  return { write, took, lost, words: () => words, comesBack: () => client.get(shown.url) };
}
