import { expect } from 'chai';
import { load } from 'cheerio';
import { startAppAndPlatform } from '../support/app.ts';
import { prepareAndSend } from '../support/participant.ts';
import { people } from '../support/platform/startPlatform.ts';
import { formOf, type Visit, type WebClient } from '../support/platform/webClient.ts';
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
  const scoresAnswered = (status: number) =>
    both.platform.requests.of('scores').filter((request) => request.status === status).length;
  /** How often the list of columns was asked for. */
  const listed = () => both.platform.requests.of('lineitems').filter(({ method }) => method === 'GET').length;

  it('of someone who came by Min uge, when nobody has opened the activity’s own link', async () => {
    await placeFront();
    await place(PREPARATION, 'prep');
    await place(SCENARIO, 'scenario');
    const { client, page } = await come(people.mette);
    await doFrom({ client, page }, PREPARATION);
    await doFrom({ client, page }, SCENARIO);
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

  it('of a second column that is placed later, and the first is not told again', async () => {
    await placeFront();
    await place(PREPARATION, 'prep', 'Første');
    await doFrom(await come(people.mette), PREPARATION);
    await graded(people.mette, 'Første');
    await place(PREPARATION, 'prep', 'Anden');
    await come(people.instructor, 'Anden');
    await graded(people.mette, 'Anden', 'Første');
    expect(both.platform.requests.of('scores')).to.have.length(2);
  });

  it('again, after the activity was deleted and placed again; meanwhile staff see that it waits', async () => {
    await placeFront();
    const first = await place(PREPARATION, 'prep', 'Første');
    await doFrom(await come(people.mette), PREPARATION);
    await graded(people.mette, 'Første');
    await course().removeActivity(first.id);
    await doFrom(await come(people.jens), PREPARATION);
    await until('the column is found to be gone', () => scoresAnswered(404) === 1);
    const staff = await come(people.instructor);
    const address = staff.page.url.replace(/\/rum\/([^/]+)\/.*$/, `/rum/$1/aktivitet/${PREPARATION}`);
    const waiting = load((await staff.client.get(address)).html)('#besked').text();
    expect(waiting).to.match(/Venter på en karakterkolonne.*Sæt aktiviteten ind på kurset.*Jens/s);
    await place(PREPARATION, 'prep', 'Anden');
    // "Se efter nu", without anyone's coming by the new link.
    const form = formOf(await staff.client.get(address), '.sync__all');
    await staff.client.post(form.action, form.fields);
    await graded(people.jens, 'Anden');
    await graded(people.mette, 'Anden');
    expect(scoresAnswered(404), 'the column that is gone is not tried again').to.equal(1);
  });

  it('in a copy of the course, which has columns of its own', async () => {
    await placeFront();
    await place(PREPARATION, 'prep');
    await doFrom(await come(people.mette), PREPARATION);
    await graded(people.mette, PREPARATION);
    const copy = await course().copy();
    await doFrom(await both.platform.launch({ person: people.jens, activity: 'Min uge', course: copy }), PREPARATION);
    await until('the copy has his grade', async () => (await copy.grades()).length === 1);
    expect((await course().grades()).map(({ person }) => person)).to.deep.equal([people.mette]);
  });
});
