import { load } from 'cheerio';
import { answersTo } from '../../support/participant.ts';
import type { Platform } from '../../support/platform/startPlatform.ts';
import type { Visit, WebClient } from '../../support/platform/webClient.ts';
import { noteAcknowledged, noteSent, type Journey } from './journal.ts';
import type { Random } from './random.ts';
import { wayOn } from '../../support/wayOn.ts';

const activity = 'modul-1-forberedelse';

/** The product did not take it; the person comes again. Nothing else may go wrong. */
class NotNow extends Error {}

/** An answer that no kill excuses. */
class WrongAnswer extends Error {
  constructor({ url, status, html }: Visit) {
    super(`${url} answered ${status}: ${load(html)('h1').text()}`);
    this.name = 'WrongAnswer';
  }
}

export interface World {
  platform: Platform;
  random: Random;
  /** Resolves when the product runs; false where nobody shall come any more. */
  open: () => Promise<boolean>;
}

export function isReceipt({ url }: Visit): boolean {
  return url.endsWith('/kvittering');
}
function stepOf({ url }: Visit): string {
  return /\/trin\/\d+/.exec(url)?.[0] ?? '';
}

function checked(visit: Visit): Visit {
  if (visit.status === 503) throw new NotNow();
  if (visit.status >= 400) throw new WrongAnswer(visit);
  return visit;
}

/** Comes by a launch, however often that takes. @throws {WrongAnswer} */
export async function arrive({ platform }: World, { person, course }: Journey) {
  const { client, page } = await platform.launch({ person, course, activity });
  return { client, page: checked(page) };
}

let count = 0;
/** Words that occur nowhere else. */
function newWords(): string {
  return `Ord nummer ${(count += 1)} herfra`;
}

/** One press of a button; the journal knows before the product does, and learns of what it has promised. */
async function press({ random }: World, journey: Journey, [client, page]: [WebClient, Visit]): Promise<Visit> {
  const $ = load(page.html);
  const texts: Record<string, string> = {};
  $('main form textarea[name^="answer."]').each((_index, field) => {
    texts[$(field).attr('name') ?? ''] = newWords();
  });
  const isLast = $(wayOn).length === 0;
  const intent = random.chance(0.2) ? 'save' : isLast ? 'send' : 'next';
  noteSent(journey, stepOf(page), texts);
  if (intent === 'send') journey.sendings.begun += 1;
  const answer = checked(await client.submit(page, { ...answersTo($), ...texts, intent }));
  if (answer.status !== 303) throw new WrongAnswer(answer);
  noteAcknowledged(journey, texts);
  if (intent === 'send') journey.sendings.acknowledged += 1;
  return checked(await client.follow(answer));
}

/** Where a person is: a browser, and the page in it. */
interface Place {
  client: WebClient;
  page: Visit;
}

/** The same page again, as far as its session goes; or in from the course room. */
async function comeBack(world: World, journey: Journey, left: Place | undefined): Promise<Place> {
  const page = left && (await left.client.follow(await left.client.get(left.page.url)));
  return left && page && page.status < 400 ? { client: left.client, page } : arrive(world, journey);
}

/** From where one is to the end; some change an answer after that and send it once more. */
async function goThrough(world: World, journey: Journey, way: { place: Place | undefined; wanted: number }) {
  const place = await comeBack(world, journey, way.place);
  const { client } = place;
  let { page } = place;
  way.place = place;
  for (;;) {
    if (isReceipt(page)) {
      if (journey.sendings.acknowledged >= way.wanted) return;
      page = checked(await client.get(page.url.replace('kvittering', 'trin/1')));
    }
    page = await press(world, journey, [client, page]);
    way.place = { client, page };
  }
}

/** Whether the connection broke or nothing listened; a launch on the way also meets half an answer. */
function isGone(error: unknown): boolean {
  return (
    error instanceof NotNow ||
    (error instanceof TypeError && /fetch failed|terminated/.test(error.message)) ||
    (error instanceof Error && /^(The tool's login answered 503|No form on .* \(503\))/.test(error.message))
  );
}

/** Goes on until all that this person wants is done, through every kill. */
export async function live(world: World, journey: Journey): Promise<void> {
  const way = { place: undefined, wanted: world.random.chance(0.3) ? 2 : 1 };
  while (await world.open()) {
    try {
      await goThrough(world, journey, way);
      return;
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }
}
