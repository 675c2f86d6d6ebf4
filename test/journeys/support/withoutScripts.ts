import { answersTo } from '../../support/participant.ts';
import type { PageShown } from '../../activities/engine/browser.ts';
import type { PersonInRoom } from './peopleInRoom.ts';

type Person = Pick<PersonInRoom, 'home' | 'open' | 'press'>;

function partOfNext({ $ }: PageShown) {
  return $('section[aria-labelledby=next]');
}

/** How the front page calls what is next. */
export function nextOn(front: PageShown): string {
  return partOfNext(front).find('h3').text();
}

/** Does what the person's front page says is next, to its end; returns how that was called. */
export async function doNext(person: Person): Promise<string> {
  const front = await person.open(`${person.home}/`);
  await toTheEnd(person, await person.open(partOfNext(front).find('a').last().attr('href') ?? ''));
  return nextOn(front);
}

const STEPS_AT_MOST = 20;

async function toTheEnd(person: Person, first: PageShown): Promise<void> {
  let page = first;
  for (let steps = 0; steps < STEPS_AT_MOST; steps += 1) {
    const isLast = page.$('#activity button[name=intent][value=send]').length > 0;
    page = await person.press({ page, intent: isLast ? 'send' : 'next', fill: answersTo(page.$) });
    if (page.status !== 200) throw new Error(`${page.path} answered ${page.status}: ${page.errors.join()}`);
    // Whoever is unsure of a plan is asked once more.
    if (page.$('#activity button[name=intent]').length === 0) return;
  }
  throw new Error(`No end of the activity at ${page.path}.`);
}
