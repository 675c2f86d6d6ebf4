import { expect } from 'chai';
import { headingOf, openPreparation, prepareAndSend } from '../support/participant.ts';
import { people, startPlatform, type Platform } from '../support/platform/startPlatform.ts';
import { startProduct, type Product } from '../support/product.ts';
import { until } from '../support/waiting.ts';

/** The dead worker's hold has run out by then, and the next one looks: half a minute is the promise. */
const SOON = 20_000;
/** What failed is due again. */
const LATER = 6 * 60_000;

describe('a process that is killed between a participant’s sending and the score’s delivery', function () {
  this.timeout(90_000);
  let product: Product;
  let platform: Platform;
  let ahead = 0;

  before(async () => {
    product = await startProduct({ SANDBOX: 'off' });
    platform = await startPlatform({ toolUrl: product.url, clock: () => Date.now() + ahead });
    await platform.registerWithTool();
  });
  after(async () => {
    await product.remove();
    await platform.close();
  });
  beforeEach(() => platform.requests.clear());

  const scores = () => platform.requests.of('scores');
  const accepted = () => scores().filter((request) => request.status === 200);
  const restartLater = async (by = LATER) => {
    ahead += by;
    await product.restart(ahead);
  };
  const gradesOf = async (...persons: string[]) =>
    (await platform.course.grades()).filter(({ person }) => persons.includes(person));

  it('loses nothing when it dies before the score has left', async () => {
    platform.misbehave.always.scores = { kind: 'hang' };
    const { client, page } = await openPreparation(platform, people.mette);
    expect(headingOf(await prepareAndSend(client, page))).to.equal('Tak. Dine svar er sendt');
    await until('the worker has begun to deliver', () => platform.requests.of('token').length > 0);
    await product.kill();

    delete platform.misbehave.always.scores;
    await restartLater(SOON);
    await until('the score is accepted', () => accepted().length > 0);
    expect(accepted()).to.have.length(1);
    const [grade] = await gradesOf(people.mette);
    expect(grade).to.include({ person: people.mette, score: 100 });

    const again = await openPreparation(platform, people.mette);
    expect(again.page.html).to.include('Mere ro i hverdagen');
  });

  it('does not grade twice when it dies after the platform has taken the score but before it knows', async () => {
    platform.misbehave.next.scores = [{ kind: 'drop-answer' }];
    const { client, page } = await openPreparation(platform, people.jens);
    await prepareAndSend(client, page);
    await until('the platform has the score', async () => (await gradesOf(people.jens)).length > 0);
    const first = await gradesOf(people.jens);
    await product.kill();

    await restartLater();
    // Told again, the platform answers 409: it has the very same score. That ends it.
    await until('the score was told again', () => (scores().at(1)?.status ?? 0) > 0);
    expect(scores().map((request) => request.status)).to.deep.equal([0, 409]);
    expect(await gradesOf(people.jens)).to.deep.equal(first);
  });

  it('delivers every score of a class once, in spite of an outage and a kill in the middle of it', async () => {
    const everyone = [people.amina, people.unnamed];
    platform.misbehave.always.scores = { kind: 'status', status: 503 };
    for (const person of everyone) {
      const { client, page } = await openPreparation(platform, person);
      expect(headingOf(await prepareAndSend(client, page)), 'work never waits for the LMS').to.match(/^Tak/);
    }
    await product.kill();
    delete platform.misbehave.always.scores;
    await restartLater();
    await until('all scores are accepted', () => accepted().length >= everyone.length, 60_000);
    await product.stop();
    const graded = (await gradesOf(...everyone)).map((grade) => grade.person);
    expect(graded.toSorted()).to.deep.equal([...everyone].toSorted());
    expect(accepted()).to.have.length(everyone.length);
  });
});
