import type { Request } from 'autocannon';
import { findActivity, isStepped } from '../../src/content/find.ts';
import { openSelectionRecords } from '../../src/lti/deepLinking/records.ts';
import { formOf } from '../../test/support/platform/webClient.ts';
import { answersToAll, PREPARATION } from './answers.ts';
import type { Class } from './classes.ts';
import { FORM, type Visited } from './pressed.ts';
import type { SeededStore, Session } from './seededStore.ts';

/** How many are sent at each of the three numbers of connections. */
const AMOUNT = 1500;
/** Some are sent before and after, and each connection makes one that it does not send. */
const THERE_ARE = 3 * AMOUNT + 200;

/** People of a class without a gradebook who have answered all of the first preparation, and not sent it. */
export async function readyToSend(store: SeededStore): Promise<Session[]> {
  const activity = findActivity(store.deps.courses.da, PREPARATION);
  if (!activity || !isStepped(activity)) throw new Error(`The course has no ${PREPARATION}.`);
  const people: Session[] = [];
  for (let number = 0; number < THERE_ARE; number += 1) {
    const session = await store.arrive({
      context: { id: 'ready', title: 'Hold ready' },
      person: { subject: `ready-${number}`, name: `Person ${number}` },
      services: { lineItem: '', lineItems: '', scopes: [], memberships: '' },
    });
    const of = { room: session.room, person: session.person, activity: activity.id };
    await store.deps.responses.saveDraft(of, answersToAll(activity, session, 0));
    people.push(session);
  }
  return people;
}

/** Sending a whole preparation for the first time, each time by another of them, from the last step's form. */
export async function sending(url: string, people: Session[]): Promise<Visited> {
  const [{ cookie, room } = { cookie: '', room: '' }] = people;
  const answer = await fetch(`${url}/rum/${room}/aktivitet/${PREPARATION}`, { headers: { cookie } });
  const last = { url: answer.url, status: answer.status, headers: answer.headers, html: await answer.text() };
  const { action, fields } = formOf(last);
  return {
    what: 'sending a preparation',
    answer: { status: 303, word: '/kvittering' },
    ...onlyOnce(people, (one) => ({
      method: 'POST',
      path: new URL(action).pathname,
      headers: { cookie: one.cookie, ...FORM },
      body: new URLSearchParams({ ...fields, _csrf: one.csrf, intent: 'send' }).toString(),
    })),
  };
}

/** An instructor's choice of all activities, which goes back to the platform as a signed answer; each answers a selection of its own. */
export async function choosing(store: SeededStore, { instructors }: Class): Promise<Visited> {
  const { store: rows, rooms } = store.deps;
  const records = await openSelectionRecords({ store: rows, clock: Date.now });
  const owners = await Promise.all(
    instructors.map(async (session) => {
      const [room, person] = await Promise.all([rooms.room(session.room), rooms.person(session.person)]);
      if (!room || !person) throw new Error('An instructor is in no room.');
      const { platform, deployment, context } = room;
      return { session, platform, deployment, context, subject: person.subject };
    }),
  );
  const terms = { activities: true, several: true, columns: true };
  const asked: { session: Session; selection: string }[] = [];
  for (let number = 0; number < THERE_ARE; number += 1) {
    const { session, ...owner } = owners[number % owners.length] as (typeof owners)[number];
    const facts = { ...owner, ...terms, returnUrl: 'http://127.0.0.1:9/return', data: 'from the platform' };
    asked.push({ session, selection: await records.begin(facts) });
  }
  return {
    what: 'a deep-linking answer with all activities',
    answer: { status: 200, word: 'name="JWT"' },
    ...onlyOnce(asked, ({ session, selection }) => ({
      method: 'POST',
      path: `/rum/${session.room}/vaelg/${selection}`,
      headers: { cookie: session.cookie, ...FORM },
      body: new URLSearchParams({ _csrf: session.csrf, choice: 'kursus-alle' }).toString(),
    })),
  };
}

/** A request for each of these, in their order. */
function onlyOnce<Item>(items: Item[], requestOf: (item: Item) => Request): Pick<Visited, 'requests' | 'amount'> {
  let next = 0;
  const setupRequest = (): Request => {
    const item = items[next++];
    if (item === undefined) throw new Error('All have been sent.');
    return requestOf(item);
  };
  return { requests: [{ setupRequest }], amount: () => AMOUNT };
}
