import { expect } from 'chai';
import { load } from 'cheerio';
import { testApp } from '../support/testApp.ts';

/** The other language than the one the person uses. */
const browsers = { da: 'en', en: 'da' } as const;

describe('a page that refuses', function () {
  this.timeout(30_000);
  let world: Awaited<ReturnType<typeof testApp>>;
  beforeEach(async () => (world = await testApp({ at: '2026-11-30T09:00:00Z' })));
  afterEach(() => world.close());

  for (const language of ['da', 'en'] as const) {
    const ask = async (path: string, cookie = '', body?: URLSearchParams) => {
      const headers = { accept: 'text/html', 'accept-language': browsers[language], cookie };
      const answer = await fetch(`${world.origin}${path}`, { headers, ...(body && { method: 'POST', body }) });
      return { status: answer.status, lang: load(await answer.text())('html').attr('lang') };
    };

    it(`is in the language of the course (${language}) where the visitor presses too often`, async () => {
      const { cookie, home } = await world.arrive({ language });
      const asked = Array.from({ length: 301 }, () => ask(`${home}/findes-ikke`, cookie));
      expect((await Promise.all(asked)).filter(({ status }) => status === 429)).to.deep.equal([
        { status: 429, lang: language },
      ]);
    });

    it(`is in the language of the course (${language}) where a form is too long`, async () => {
      const { cookie, home, csrf } = await world.arrive({ language });
      for (const size of [300_000, 3_000_000]) {
        const body = new URLSearchParams({ _csrf: csrf, 'answer.haab': 'x'.repeat(size) });
        const path = `${home}/aktivitet/modul-1-forberedelse/trin/1`;
        expect(await ask(path, cookie, body)).to.deep.equal({
          status: 413,
          lang: language,
        });
      }
    });

    it(`is in the language of the course (${language}) where the session is over`, async () => {
      const { cookie, home } = await world.arrive({ language });
      world.pass(24 * 3_600_000);
      expect(await ask(`${home}/`, cookie)).to.deep.equal({ status: 401, lang: language });
    });

    it(`is in the language chosen on the page (${language}) where survey links are guessed`, async () => {
      const answers = [];
      for (let guess = 0; guess < 31; guess += 1) answers.push(await ask(`/svar/gaet-${guess}?sprog=${language}`));
      expect(answers.at(-1)).to.deep.equal({ status: 429, lang: language });
    });
  }
});
