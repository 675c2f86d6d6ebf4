import { setTimeout as pause } from 'node:timers/promises';
import { load } from 'cheerio';
import { headingOf, pressIntent } from '../support/participant.ts';
import type { Platform } from '../support/platform/startPlatform.ts';
import type { Visit } from '../support/platform/webClient.ts';
import type { CourseRoom } from '../../src/sandbox/sandbox.ts';
import { wayOn } from '../support/wayOn.ts';

/** Something that a visitor was told is kept and sent. */
export interface Kept {
  person: string;
  course: CourseRoom;
  words: string;
}

const ACTIVITY = 'modul-1-forberedelse';
const SAVES = 3;
/** Milliseconds between one press and the next, so that a few visitors do not take up the whole machine. */
const THINKS = 100;

/** @throws where the page is not one that the visitor could go on from. */
function ok(visit: Visit): Visit {
  if (visit.status === 200) return visit;
  throw new Error(`${new URL(visit.url).pathname} answered ${visit.status}: ${headingOf(visit)}`);
}

/** Goes through the preparation in a course room of one's own, saving one's words again and again, and sends it. */
export async function prepareOnce(platform: Platform, person: string): Promise<Kept> {
  const course = await platform.course.copy();
  const { client, page } = await platform.launch({ person, activity: ACTIVITY, course });
  let shown = ok(page);
  let words = '';
  while (load(shown.html)(wayOn).length > 0) {
    const isThere = load(shown.html)('[name="answer.haab"]').length > 0;
    for (let count = 0; isThere && count < SAVES; count += 1) {
      await pause(THINKS);
      words = `Et håb mere, nummer ${count}, i rum ${course.id}`;
      shown = ok(await client.follow(await client.submit(shown, { 'answer.haab': words, intent: 'save' })));
    }
    await pause(THINKS);
    shown = ok(await pressIntent(client, shown, 'next'));
  }
  const receipt = ok(await pressIntent(client, shown, 'send'));
  if (!headingOf(receipt).startsWith('Tak')) throw new Error(`Not sent: ${headingOf(receipt)}`);
  return { person, course, words };
}

/** Whether someone who comes back finds what they wrote. */
export async function findsAgain(platform: Platform, { person, course, words }: Kept): Promise<boolean> {
  const { page } = await platform.launch({ person, course, activity: ACTIVITY });
  return load(page.html)('main').text().includes(words);
}
