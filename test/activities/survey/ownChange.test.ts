import { expect } from 'chai';
import { answersAlike } from '../../support/answersAlike.ts';
import { shippedCourse } from '../../support/shippedCourse.ts';
import { wordsOf } from '../engine/browser.ts';
import { prepWorld, type PrepWorld } from '../engine/world.ts';
import { wayOn } from '../../support/wayOn.ts';

const HEADING = 'Siden før kurset';

describe('one’s own change, on the receipt', () => {
  let world: PrepWorld;
  let sara: Awaited<ReturnType<PrepWorld['arrive']>>;

  beforeEach(async () => {
    world = await prepWorld({ courses: { da: (await shippedCourse()).da }, activity: 'spoergeskema-foer' });
    sara = await world.arrive();
  });
  afterEach(() => world.close());

  /** Answers a survey as is said, and comes to the receipt. */
  const answer = async (id: string, valueOf: (question: string) => string) => {
    let page = await sara.open(sara.activity.replace('spoergeskema-foer', `spoergeskema-${id}`));
    while (page.$('#activity').length > 0) {
      const intent = page.$(wayOn).length > 0 ? 'next' : 'send';
      const fill = answersAlike(page.$, (question) => (question === 'samtykke' ? 'ja' : valueOf(question)));
      page = await sara.press({ page, intent, fill });
    }
    return page;
  };
  const job = ['evner', 'chancer', 'klare-job', 'ved-hvad', 'rette-vej'];

  it('says higher, the same and lower, each in kind words, and that nobody else sees it', async () => {
    expect(wordsOf(await answer('foer', () => '3'))).not.to.include(HEADING);
    const better = await answer('efter', (question) => (job.includes(question) ? '4' : '3'));
    expect(better.h1).to.equal('Tak for dine svar');
    expect(wordsOf(better))
      .to.include(HEADING)
      .and.include('“Dig og job”: Dine svar ligger højere end før.')
      .and.include('“Dig og hverdagen”: Dine svar ligger samme sted som før. Det tæller også at holde fast.')
      .and.include('Kun du kan se det her.');
    const worse = await answer('3-maaneder', (question) => (question === 'svaer-dag' ? '2' : '3'));
    expect(wordsOf(worse))
      .to.include('“Dig og job”: Dine svar ligger samme sted')
      .and.include(
        '“Dig og hverdagen”: Dine svar ligger lavere end før. Det sker for mange, og du har ikke gjort noget forkert.',
      );
  });

  it('is not there for someone who has not answered before, and not for answers to other words', async () => {
    expect(wordsOf(await answer('efter', () => '4'))).not.to.include(HEADING);
    await answer('foer', () => '3');
    const receipt = sara.activity.replace('spoergeskema-foer', 'spoergeskema-efter/kvittering');
    expect(wordsOf(await sara.open(receipt))).to.include(HEADING);
    const { responses } = world;
    const foer = await responses.get(sara.of);
    await responses.send(
      sara.of,
      {
        kind: 'survey',
        contentVersion: (foer?.contentVersion ?? '').replace('job.4', 'job.2').replace('tro.2', 'tro.1'),
        step: '',
        fields: [],
        dropped: [],
      },
      () => true,
    );
    expect(wordsOf(await sara.open(receipt))).not.to.include(HEADING);
  });
});
