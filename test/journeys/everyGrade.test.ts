import { expect } from 'chai';
import { load } from 'cheerio';
import { startAppAndPlatform } from '../support/app.ts';
import { prepareAndSend } from '../support/participant.ts';
import { people } from '../support/platform/startPlatform.ts';
import type { Visit, WebClient } from '../support/platform/webClient.ts';
import { until } from '../support/waiting.ts';

const PREPARATION = 'modul-1-forberedelse';
const SCENARIO = 'modul-1-medkursister';

/** As people go: one link of the course room, and from there on inside the tool. */
describe('every grade reaches its column, from wherever the activity was done', function () {
  this.timeout(90_000);
  let both: Awaited<ReturnType<typeof startAppAndPlatform>>;
  const course = () => both.platform.course;
  beforeEach(async () => {
    both = await startAppAndPlatform();
    for (const { id } of await course().activities()) await course().removeActivity(id);
  });
  afterEach(() => both.close());

  const placeFront = () => course().addActivity({ title: 'Min uge' });
  const place = (activity: string, tag: string, title = activity) =>
    course().addActivity({ title, custom: { activity }, graded: { resourceId: activity, tag } });
  const come = (person: string, activity = 'Min uge') => both.platform.launch({ person, activity });

  /** Opens an activity by its link on a page of the tool, and goes through it. */
  const doFrom = async ({ client, page }: { client: WebClient; page: Visit }, activity: string): Promise<Visit> => {
    const href = load(page.html)(`a[href*="/aktivitet/${activity}"]`).first().attr('href');
    if (href === undefined) throw new Error(`No way from ${page.url} to ${activity}`);
    return prepareAndSend(client, await client.follow(await client.get(new URL(href, page.url).href)));
  };
  const gradesOf = async (person: string): Promise<string[]> => {
    const columns = await course().lineItems();
    return (await course().grades())
      .filter((grade) => grade.person === person && grade.score === 100)
      .map(({ lineItem }) => columns.find(({ id }) => id === lineItem)?.label ?? '')
      .toSorted();
  };
  const graded = (person: string, ...columns: string[]) =>
    until(`grades in ${columns.join(', ')}`, async () => (await gradesOf(person)).join() === columns.toSorted().join());
  /** How often the list of columns was asked for. */
  const listed = () => both.platform.requests.of('lineitems').filter(({ method }) => method === 'GET').length;

  it('of one who came by Min uge and never by an activity’s own link, nor did anyone else', async () => {
    await placeFront();
    await place(PREPARATION, 'prep');
    await place(SCENARIO, 'scenario');
    const { client, page } = await come(people.mette);
    const receipt = await doFrom({ client, page }, PREPARATION);
    await doFrom({ client, page: receipt }, SCENARIO);
    await graded(people.mette, PREPARATION, SCENARIO);
  });

  it('also of a column that appears later, for all who wait for it, by one look at the course', async () => {
    await placeFront();
    const everyone = [people.mette, people.jens, people.amina];
    for (const person of everyone) await doFrom(await come(person), PREPARATION);
    await until('the course has been looked at', () => listed() > 0);
    expect((await course().grades()).length).to.equal(0);
    expect(await course().lineItems(), 'no column is made for what nobody has placed').to.deep.equal([]);
    const before = listed();
    await place(PREPARATION, 'prep');
    // Nobody has to come by the new link for long: one who does is enough for all.
    await come(people.instructor, PREPARATION);
    for (const person of everyone) await graded(person, PREPARATION);
    expect(listed() - before).to.be.at.most(2);
  });
});
