import { expect } from 'chai';
import { load } from 'cheerio';
import type { CourseRoom } from '../../src/sandbox/sandbox.ts';
import { answers, headingOf, prepareAndSend } from '../support/participant.ts';
import { people, startPlatform, type Platform } from '../support/platform/startPlatform.ts';
import { startProduct, type Product } from '../support/product.ts';
import { until } from '../support/waiting.ts';

function roomOf(address: string) {
  return /\/rum\/([^/]+)/.exec(address)?.[1];
}

const PREPARATION = 'modul-1-forberedelse';
function isPreparation({ custom }: { custom: Record<string, string> }) {
  return custom['activity'] === PREPARATION;
}

/** A plan whose maker is not sure of it is kept, and then helped. */
const kept = /^(?:Tak|Gør det lettere for dig selv$|Min plan for uge \d+$)/;

describe('a class from its first day to its copy', function () {
  this.timeout(120_000);
  let product: Product;
  let platform: Platform;
  let original: CourseRoom;
  before(async () => {
    product = await startProduct({ SANDBOX: 'off' });
    platform = await startPlatform({ toolUrl: product.url });
    original = platform.course;
    await platform.registerWithTool();
    for (const { id } of await original.activities()) await original.removeActivity(id);
  });
  after(async () => {
    await product.remove();
    await platform.close();
  });

  const open = (course: CourseRoom, activity: string) =>
    platform.launch({ person: people.mette, course, activity }).then(({ client, page }) => ({ client, page }));

  const graded = (course: CourseRoom, columns: number) =>
    until(`${columns} columns hold the grade`, async () => {
      const grades = await course.grades();
      return grades.filter(({ person, score }) => person === people.mette && score === 100).length === columns;
    });

  it('is placed whole by one press, with a column for each activity', async () => {
    const { client, page } = await platform.launch({ person: people.instructor, activity: 'select' });
    const sending = await client.submit(page, { choice: 'kursus-alle', front: '1' });
    expect((await client.submit(sending)).status).to.equal(200);
    const [front, ...placed] = await original.activities();
    expect(front).to.deep.include({ title: 'Min uge', custom: {} });
    expect(placed.length).to.be.at.least(1);
    const columns = await original.lineItems();
    expect(columns.map(({ activity, resourceId }) => ({ activity, resourceId }))).to.deep.equal(
      placed.map(({ id, custom }) => ({ activity: id, resourceId: custom['activity'] })),
    );
  });

  it('is done by a participant, and every grade arrives', async () => {
    const [, ...placed] = await original.activities();
    for (const { id } of placed) {
      const { client, page } = await open(original, id);
      expect(headingOf(await prepareAndSend(client, page))).to.match(kept);
    }
    await graded(original, placed.length);
  });

  it('shows the same answer where one activity is placed twice, and both columns get the grade', async () => {
    const first = (await original.activities()).find(isPreparation);
    const column = (await original.lineItems()).find(({ resourceId }) => resourceId === PREPARATION);
    const { title, text, custom } = first!;
    const twin = await original.addActivity({ title: `${title} (kopi)`, text, custom, graded: column! });
    const { page } = await open(original, twin.id);
    expect(headingOf(page)).to.equal('Tak. Dine svar er sendt');
    expect(page.html).to.include(answers['answer.haab']);
    await graded(original, (await original.lineItems()).length);
  });

  it('works at once as a copy: a new room with nothing in it, and grades of its own', async () => {
    const before = await original.grades();
    const copy = await original.copy();
    const activities = await copy.activities();
    const [front] = activities;
    const first = activities.find(isPreparation);
    expect(activities.map(({ custom }) => custom)).to.deep.equal(
      (await original.activities()).map(({ custom }) => custom),
    );

    const old = await open(original, (await original.activities())[0]!.id);
    const fresh = await open(copy, front!.id);
    expect(roomOf(fresh.page.url)).not.to.equal(roomOf(old.page.url));
    expect(old.page.html).to.include('Sendt');
    expect(fresh.page.html).to.include('Ikke begyndt').and.not.to.include('badge-success');

    const { client, page } = await open(copy, first!.id);
    expect(headingOf(page)).to.equal('Godt, du er her');
    expect(page.html).not.to.include(answers['answer.haab']);
    await prepareAndSend(client, page);
    await graded(copy, (await copy.lineItems()).filter(({ resourceId }) => resourceId === PREPARATION).length);
    expect(await original.grades()).to.deep.equal(before);
  });

  it('shows the copy’s instructor the copy’s participants only', async () => {
    const copy = await (await original.copy()).copy();
    const { page } = await platform.launch({ person: people.instructor, course: copy, activity: 'Min uge' });
    expect(headingOf(page)).to.equal('Holdets uge');
    expect(load(page.html)('.weeks .class-list li').length).to.be.above(20);
    expect(page.html).not.to.match(/har sendt|er i gang/);
  });
});
