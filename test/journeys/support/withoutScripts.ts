import { load, type CheerioAPI } from 'cheerio';
import { answersTo } from '../../support/participant.ts';
import { launch, signIn, type Links } from '../../support/platform/launch.ts';
import { createWebClient, formOf, type Visit, type WebClient } from '../../support/platform/webClient.ts';
import type { Product } from '../../support/product.ts';

/** The front page of the trial course room's participant, read over HTTP. */
export async function frontPageOf({ sandboxUrl }: Pick<Product, 'sandboxUrl'>, person: string) {
  const course: Links = { activities: () => activitiesOf(sandboxUrl, person) };
  const launched = await launch({ issuer: sandboxUrl, course }, { person, activity: 'Min uge', window: true });
  return participantAt(launched.client, launched.page.url);
}

/** As the person sees them in the course. */
async function activitiesOf(sandboxUrl: string, person: string) {
  const client = createWebClient();
  await signIn(client, sandboxUrl, person);
  const $ = load((await client.get(`${sandboxUrl}/kursus`)).html);
  return $('.activities h2')
    .toArray()
    .map((heading) => ({
      id: ($(heading).attr('id') ?? '').replace('aktivitet-', ''),
      title: $(heading).text(),
      custom: {},
    }));
}

function participantAt(client: WebClient, home: string) {
  const look = async (): Promise<CheerioAPI> => load((await client.get(home)).html);
  const next = ($: CheerioAPI) => $('section[aria-labelledby=next]');
  const title = ($: CheerioAPI): string => next($).find('h3').text();
  return {
    look,
    next: title,
    /** Does what the front page says is next, to its end; how that was called. */
    doNext: async (): Promise<string> => {
      const $ = await look();
      const link = next($).find('a').attr('href') ?? '';
      await toTheEnd(client, await client.follow(await client.get(new URL(link, home).href)));
      return title($);
    },
  };
}

const STEPS_AT_MOST = 20;

async function toTheEnd(client: WebClient, first: Visit): Promise<void> {
  let page = first;
  for (let steps = 0; steps < STEPS_AT_MOST; steps += 1) {
    const $ = load(page.html);
    const isLast = $('#activity button[name=intent][value=send]').length > 0;
    const intent = isLast ? 'send' : 'next';
    const { action, fields } = formOf(page, '#activity');
    const answered = await client.post(
      action,
      { ...fields, ...answersTo($), intent },
      { origin: new URL(page.url).origin },
    );
    page = await client.follow(answered);
    if (page.status !== 200) throw new Error(`${page.url} answered ${page.status}.`);
    // Whoever is unsure of a plan is asked once more.
    if (load(page.html)('#activity button[name=intent]').length === 0) return;
  }
  throw new Error(`No end of the activity at ${page.url}.`);
}
