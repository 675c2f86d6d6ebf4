import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon, { type Request } from 'autocannon';
import { formOf } from '../test/support/platform/webClient.ts';
import { answerPreparation, PREPARATION } from './support/answers.ts';
import { compared, type Bench, type Measurement } from './measure.ts';
import { processorTimeOf } from './support/processorTime.ts';
import { seededStore, type SeededStore, type Session } from './support/seededStore.ts';

/** A class as large as a whole municipality's; a small one is a part of it. */
const LARGE_CLASS = 300;
const SMALL_CLASS = 15;
/** A session may make 300 requests a minute, so instructors take turns too. */
const INSTRUCTORS = 40;
const CONNECTIONS = [1, 8, 64];
const SECONDS = 4;
const STEP_OF_HOPE = 3;
const COMPRESSED = { 'accept-encoding': 'gzip' };

interface Visited {
  what: string;
  /** In the order in which they take turns. */
  requests: Request[];
}

/** Pages and presses under load, each beside the page itself sent from memory by Express. */
export const pages: Bench = async () => {
  const store = await seededStore();
  try {
    const large = await classOf(store, { context: 'large', people: LARGE_CLASS });
    const small = await classOf(store, { context: 'small', people: SMALL_CLASS });
    const started = await store.start();
    const product = { url: started.url, pid: started.pid() };
    const measured: Measurement[] = [];
    for (const visited of [...own(large), ...(await saves(product.url, large)), ...taught(large, small)])
      measured.push(...(await besidePlain(product, visited)));
    return measured;
  } finally {
    await store.remove();
  }
};

interface Target {
  url: string;
  pid: number;
}

interface Class {
  participants: Session[];
  instructors: Session[];
}

/** A class of whom all have answered the first preparation. */
async function classOf(store: SeededStore, { context, people }: { context: string; people: number }) {
  const come = (number: number, role: 'participant' | 'instructor') =>
    store.arrive({
      context: { id: context, title: `Hold ${context}` },
      role,
      person: { subject: `${role}-${number}`, name: `Person ${number}` },
    });
  const made: Class = { participants: [], instructors: [] };
  for (let number = 0; number < people; number += 1) {
    const session = await come(number, 'participant');
    await answerPreparation(store.deps.responses, session);
    made.participants.push(session);
  }
  for (let number = 0; number < INSTRUCTORS; number += 1) made.instructors.push(await come(number, 'instructor'));
  return made;
}

function own({ participants }: Class): Visited[] {
  return [
    { what: 'the front page', requests: gets(participants, '') },
    { what: 'a step', requests: gets(participants, `aktivitet/${PREPARATION}/trin/2`) },
    { what: 'the handleplan', requests: gets(participants, 'aktivitet/modul-1-handleplan/trin/begynd') },
  ];
}

function taught(large: Class, small: Class): Visited[] {
  return [
    { what: `the brief of ${SMALL_CLASS}`, requests: gets(small.instructors, 'webinar/modul-1') },
    { what: `the brief of ${LARGE_CLASS}`, requests: gets(large.instructors, 'webinar/modul-1') },
    { what: `the class table of ${LARGE_CLASS}`, requests: gets(large.instructors, 'hold') },
  ];
}

function gets(sessions: Session[], path: string): Request[] {
  return sessions.map(({ cookie, room }) => ({
    method: 'GET',
    path: `/rum/${room}/${path}`,
    headers: { cookie, ...COMPRESSED },
  }));
}

/** A draft that saves itself: each person's own form, with other words each time. */
async function saves(url: string, { participants }: Class): Promise<Visited[]> {
  const requests: Request[] = [];
  for (const session of participants) {
    const step = `/rum/${session.room}/aktivitet/${PREPARATION}/trin/${STEP_OF_HOPE}`;
    const answer = await fetch(url + step, { headers: { cookie: session.cookie } });
    const form = formOf({ url: url + step, status: answer.status, headers: answer.headers, html: await answer.text() });
    // A field that the step does not have would be answered too, and nothing saved.
    if (!('answer.haab' in form.fields)) throw new Error(`${step} does not ask what one hopes.`);
    requests.push({
      method: 'POST',
      path: new URL(form.action).pathname,
      headers: { cookie: session.cookie, 'content-type': 'application/x-www-form-urlencoded', ...COMPRESSED },
      setupRequest: (request) => ({
        ...request,
        body: new URLSearchParams({
          ...form.fields,
          'answer.haab': `Mere ro ${Math.random()}`,
          intent: 'autosave',
        }).toString(),
      }),
    });
  }
  return [{ what: 'saving a draft', requests }];
}

async function besidePlain(product: Target, { what, requests }: Visited): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const page = join(folder, 'page.html');
  writeFileSync(page, await htmlOf(product.url, requests[0]));
  const plain = fork(join(import.meta.dirname, 'support', 'plainExpress.ts'), [page]);
  const [port] = (await once(plain, 'message')) as [number];
  const bare = { url: `http://127.0.0.1:${port}`, pid: plain.pid ?? 0 };
  const measured: Measurement[] = [];
  try {
    for (const connections of CONNECTIONS) {
      const ours = await pressed(product, { connections, requests });
      const theirs = await pressed(bare, {
        connections,
        requests: [{ method: 'GET', path: '/', headers: COMPRESSED }],
      });
      measured.push(
        compared(
          { what: `the processor for ${what}, ${connections} at once`, value: ours.processor },
          { what: 'the same page from memory, plain Express', value: theirs.processor },
          { note: `${ours.told}; plain: ${theirs.told}` },
        ),
      );
    }
    return measured;
  } finally {
    plain.kill();
    rmSync(folder, { recursive: true });
  }
}

/** The page that a request gets; of a save, the few words that answer it. */
async function htmlOf(url: string, request: Request | undefined): Promise<string> {
  if (request?.method === 'POST') return '{}';
  const answer = await fetch(url + (request?.path ?? ''), {
    headers: { cookie: String(request?.headers?.['cookie']) },
  });
  if (answer.status !== 200) throw new Error(`${request?.path} answered ${answer.status}.`);
  return answer.text();
}

/** @throws if an answer was neither a page nor a redirect: then it is not the page's time that is measured */
async function pressed({ url, pid }: Target, { connections, requests }: { connections: number; requests: Request[] }) {
  const before = processorTimeOf(pid);
  const result = await autocannon({ url, connections, duration: SECONDS, requests });
  const wrong = result['4xx'] + result['5xx'] + result.errors;
  if (wrong > 0) throw new Error(`${requests[0]?.path}: ${wrong} of ${result.requests.total} were refused.`);
  return {
    /** Milliseconds for each request. */
    processor: (processorTimeOf(pid) - before) / result.requests.total,
    told: `${result.requests.average}/s, p50 ${result.latency.p50} ms, p99 ${result.latency.p99} ms`,
  };
}
