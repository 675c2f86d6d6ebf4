import type { Request } from 'autocannon';
import { asScript, classOf, draftIn, draftOf, places, type Class } from './support/classes.ts';
import type { Bench, Measurement } from './measure.ts';
import { besidePlain, COMPRESSED, FORM, type Visited } from './support/pressed.ts';
import { choosing, readyToSend, sending } from './support/onlyOnce.ts';
import { seededStore, type Session } from './support/seededStore.ts';

/** A class as large as a whole municipality's; a small one is a part of it. */
const LARGE_CLASS = 300;
const SMALL_CLASS = 15;

/** Pages and presses under load, each beside the page itself sent from memory by Express. */
export const pages: Bench = async () => {
  const store = await seededStore();
  try {
    const large = await classOf(store, { context: 'large', people: LARGE_CLASS });
    const small = await classOf(store, { context: 'small', people: SMALL_CLASS });
    const ready = await readyToSend(store);
    const chosen = await choosing(store, large);
    const started = await store.start();
    const product = { url: started.url, pid: started.pid() };
    const measured: Measurement[] = [];
    const all = [
      ...own(large),
      await saves(product.url, large),
      await sending(product.url, ready),
      chosen,
      ...taught(large, small),
    ];
    for (const visited of all) measured.push(...(await besidePlain(product, visited)));
    return measured;
  } finally {
    await store.remove();
  }
};

function own({ participants }: Class): Visited[] {
  return [
    { what: 'the front page', requests: gets(participants, places.front), answer: page('<title>Min uge') },
    { what: 'a step', requests: gets(participants, places.step), answer: page('name="intent"') },
    { what: 'the handleplan', requests: gets(participants, places.handleplan), answer: page('name="intent"') },
  ];
}

function taught(large: Class, small: Class): Visited[] {
  return [
    {
      what: `the brief of ${SMALL_CLASS}`,
      requests: gets(small.instructors, places.brief),
      answer: page('Mere ro i hverdagen'),
    },
    {
      what: `the brief of ${LARGE_CLASS}`,
      requests: gets(large.instructors, places.brief),
      answer: page('Mere ro i hverdagen'),
    },
    {
      what: `the class table of ${LARGE_CLASS}`,
      requests: gets(large.instructors, places.table),
      answer: page(`Person ${LARGE_CLASS - 1}`),
    },
  ];
}

function page(word: string): Visited['answer'] {
  return { status: 200, word };
}

function gets(sessions: Session[], path: string): Request[] {
  return sessions.map(({ cookie, room }) => ({
    method: 'GET',
    path: `/rum/${room}/${path}`,
    headers: { cookie, ...COMPRESSED },
  }));
}

/** A draft that saves itself: each person's own form, with other words each time. */
async function saves(url: string, { participants }: Class): Promise<Visited> {
  const requests: Request[] = [];
  for (const session of participants) {
    const form = await draftOf(url, session);
    requests.push({
      method: 'POST',
      path: new URL(form.action).pathname,
      headers: { cookie: session.cookie, ...FORM, ...asScript },
      setupRequest: (request) => ({ ...request, body: draftIn(form).toString() }),
    });
  }
  return { what: 'saving a draft', requests, answer: page('savedAt') };
}
