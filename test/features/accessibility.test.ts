import { expect } from 'chai';
import { load } from 'cheerio';
import { startApp, type App } from '../support/app.ts';

describe('the accessibility statement', () => {
  let app: App;
  before(async () => (app = await startApp()));
  after(() => app.close());
  const open = async (path: string) => load(await (await fetch(app.url + path)).text());

  for (const [language, path, other] of [
    ['da', '/tilgaengelighed', '/accessibility'],
    ['en', '/accessibility', '/tilgaengelighed'],
  ] as const) {
    it(`can be read by anyone, in ${language}, and is linked from every page`, async () => {
      const $ = await open(path);
      expect($('html').attr('lang')).to.equal(language);
      expect($('main').text()).to.include('WCAG 2.2');
      expect($('header a[hreflang]').attr('href')).to.equal(other);
      expect($('footer a').attr('href')).to.equal(path);
    });
  }
});
