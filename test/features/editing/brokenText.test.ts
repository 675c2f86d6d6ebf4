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

  const opened = async (path: string) => {
    const client = await enteredBy(await world.deps.editors.link());
    const address = `${world.origin}/redaktion/fil?sti=${path}`;
    const page = await client.get(address);
    const text = load(page.html)('#text').text().replace(/^\n/, '');
    const check = async (before: string, after: string) => {
      if (!text.includes(before)) throw new Error(`${path} does not hold ${before}`);
      const fields = { ...formOf(page).fields, intent: 'check', text: text.replace(before, after) };
      const $ = load((await client.post(address, fields)).html);
      return $('#text-told > ul:first-of-type > li')
        .toArray()
        .map((one) => $(one).text());
    };
    return { $: load(page.html), check };
  };

  it('is told where it was made, as someone finds it who writes no programs', async () => {
    const { check } = await opened('da/modul-1/forberedelse.yaml');
    const [unclosed, ...more] = await check('title: Forbered', 'title: "Forbered');
    expect(unclosed).to.match(/^Linje 3: Teksten begynder med et anførselstegn, men slutter ikke med et\./);
    expect(more).to.deep.equal([]);
    const [nameless] = await check('      - id: start\n        kind', '      - kind');
    expect(nameless).to.match(/^Linje \d+: id \(trin 1, spørgsmål 1\) mangler\. Skriv linjen\.$/);
  });

  it('is not shown to people as it came from Word or a web page', async () => {
    const { check, $ } = await opened('da/modul-3/soevnvaner.md');
    expect($('#text-hint').text()).to.contain('Overskrift: ## Ord').and.not.contain('mellemrum');
    expect(await check('\n\n', '\n\n•\tStå op\n•\tGå en tur\n\n')).to.have.length(2);
    const [bold] = await check('\n\n', '\n\nDet er <b>vigtigt</b>, at 3 < 4.\n\n');
    expect(bold).to.match(/^Linje \d+: Her står kode fra en hjemmeside/);
    expect(await check('\n\n', '\n\nDet er **vigtigt**, at 3 < 4 og 5 > 4.\n\n- Stå op\n\n')).to.deep.equal([]);
  });

  it('is checked at once, whatever is in it', async () => {
    const { check } = await opened('da/modul-3/soevnvaner.md');
    const rows = ['.', '…', '-', '* ', '[', '<', ': ', '\u00a0', '12', 'a@'];
    for (const sign of rows) {
      const begun = performance.now();
      await check('\n\n', `\n\na${sign.repeat(40_000)}a\n\n`);
      expect(performance.now() - begun, sign).to.be.lessThan(3000);
    }
  });

  it('is compared at once with one that has nothing in common with it', async () => {
    const client = await enteredBy(await world.deps.editors.link());
    const address = `${world.origin}/redaktion/fil?sti=da/modul-3/soevnvaner.md`;
    const post = async (text: string, base = '') => {
      const { fields } = formOf(await client.get(address));
      return client.post(address, { ...fields, intent: 'save', text, ...(base && { base }) });
    };
    for (const between of [' ', '\n']) {
      const words = (word: string) => Array.from({ length: 4000 }, (_, n) => `${word}${n}`).join(between);
      expect((await post(words('gammel'))).status).to.equal(303);
      const begun = performance.now();
      const met = await post(words('ny'), 'en-anden');
      expect(performance.now() - begun).to.be.lessThan(3000);
      expect(met.status).to.equal(409);
      expect(load(met.html)('.editing__new').text()).to.contain('ny3999').and.not.contain('gammel');
      expect(load(met.html)('.editing__old').text()).to.contain('gammel3999');
    }
  });

  it('names no drawing that there is not: people would see a broken picture', async () => {
    const { check } = await opened('da/modul-3/forberedelse.yaml');
    const [unknown] = await check('drawing: sleep', 'drawing: seng');
    expect(unknown).to.match(/^Linje \d+: drawing \(trin 2\) er "seng"\. Brug welcome, hope,/);
  });
});
