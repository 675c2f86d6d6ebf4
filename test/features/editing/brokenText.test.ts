import { load } from 'cheerio';
import { expect } from 'chai';
import { enteredBy, formOf } from '../../support/platform/webClient.ts';
import { testApp } from '../../support/testApp.ts';

describe('a broken text in the editors’ pages', function () {
  this.timeout(60_000);
  let world: Awaited<ReturnType<typeof testApp>>;
  before(async () => {
    world = await testApp({ at: '2026-11-23T09:00:00+01:00' });
  });
  after(() => world.close());

  it('is told where it was made, as someone finds it who writes no programs', async () => {
    const client = await enteredBy(await world.deps.editors.link());
    const address = `${world.origin}/redaktion/fil?sti=da/modul-1/forberedelse.yaml`;
    const page = await client.get(address);
    const text = load(page.html)('#text').text().replace(/^\n/, '');
    const check = async (before: string, after: string) => {
      const fields = { ...formOf(page).fields, intent: 'check', text: text.replace(before, after) };
      return load((await client.post(address, fields)).html)('#text-told li')
        .toArray()
        .map((one) => load(one).text());
    };
    const [unclosed, ...more] = await check('title: Forbered', 'title: "Forbered');
    expect(unclosed).to.match(/^Linje 3: Teksten begynder med et anførselstegn, men slutter ikke med et\./);
    expect(more).to.deep.equal([]);
    const [nameless] = await check('      - id: start\n        kind', '      - kind');
    expect(nameless).to.match(/^Linje \d+: id \(trin 1, spørgsmål 1\) mangler\. Skriv linjen\.$/);
  });
});
