import { expect } from 'chai';
import { answering, type AnsweringApp } from './answering.ts';

describe('a change that is told of some of the pairs', function () {
  this.timeout(60_000);
  let app: AnsweringApp;
  before(async () => {
    app = await answering();
    const [foer, efter] = [app.surveyAt('foer'), app.surveyAt('efter')];
    // Five have left one class, three the other, whose change would tell of them.
    for (const [context, left] of [
      ['2', 5],
      ['3', 3],
    ] as const) {
      const subjects = Array.from({ length: left + 6 }, (_, index) => `${context}.${index}`);
      for (const subject of subjects) await app.answer(subject, foer, { context, value: 3 });
      for (const [index, subject] of subjects.slice(left).entries())
        await app.answer(subject, efter, { context, value: index === 0 ? 3 : 2 });
    }
  });
  after(() => app.close());

  it('does not say that they are all, and has one sort of minus', async () => {
    const page = await (await app.evaluator()).open('/evaluering/rapport');
    expect(page.words).to.include('Hos 6, der svarede begge gange, er svaret i gennemsnit 0,83 lavere.');
    expect(page.words).to.include('Flere svarede begge gange. De er holdt ude, så ingen kan regne enkelte svar ud.');
    const cells = page
      .$('#evner-aendring tbody td')
      .toArray()
      .map((one) => page.$(one).text().trim());
    expect(cells.join(' ')).to.include('−0,83').and.include('−2,04').and.not.include('-');
    expect((await (await app.evaluator()).open('/evaluering/metode')).words).to.include('Cohens d');
  });
});
