import { formOf, type Form } from '../../test/support/platform/webClient.ts';
import { answerPreparation, PREPARATION } from './answers.ts';
import type { SeededStore, Session } from './seededStore.ts';

/** A session may make 300 requests a minute, so instructors take turns too. */
const INSTRUCTORS = 40;
const STEP_OF_HOPE = 3;

export interface Class {
  participants: Session[];
  instructors: Session[];
}

/** A class of whom all have answered the first preparation. */
export async function classOf(store: SeededStore, { context, people }: { context: string; people: number }) {
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

/** Addresses below a room, as those who visit them know them. */
export const places = {
  front: '',
  step: `aktivitet/${PREPARATION}/trin/2`,
  handleplan: 'aktivitet/modul-1-handleplan/trin/begynd',
  brief: 'webinar/modul-1',
  table: 'hold',
};

/** A person's own form on the step that asks what one hopes. */
export async function draftOf(url: string, { room, cookie }: Session): Promise<Form> {
  const step = `${url}/rum/${room}/aktivitet/${PREPARATION}/trin/${STEP_OF_HOPE}`;
  const answer = await fetch(step, { headers: { cookie } });
  const form = formOf({ url: step, status: answer.status, headers: answer.headers, html: await answer.text() });
  // A field that the step does not have would be answered too, and nothing saved.
  if (!('answer.haab' in form.fields)) throw new Error(`${step} does not ask what one hopes.`);
  return form;
}

/** How the page's script asks: it is answered in a few words, not by a page. */
export const asScript = { accept: 'application/json' };

/** What such a form sends when it saves itself, with other words each time. */
export function draftIn({ fields }: Form): URLSearchParams {
  return new URLSearchParams({ ...fields, 'answer.haab': `Mere ro ${Math.random()}` });
}
