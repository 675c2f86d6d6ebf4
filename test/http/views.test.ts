import { expect } from 'chai';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createViews, type ViewsOptions } from '../../src/http/views.ts';
import { until } from '../support/waiting.ts';

const ours = join(import.meta.dirname, '../..');

/** A copy of the templates, with one page that says a word. */
async function withTemplates(use: (root: string, say: (word: string) => void) => Promise<void>): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'views-'));
  cpSync(join(ours, 'views'), join(root, 'views'), { recursive: true });
  cpSync(join(ours, 'public'), join(root, 'public'), { recursive: true });
  const say = (word: string) => writeFileSync(join(root, 'views/partials/word.hbs'), word);
  say('før');
  writeFileSync(join(root, 'views/said.hbs'), '<p>{{> word}}</p>');
  try {
    await use(root, say);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function said(options: ViewsOptions) {
  const views = createViews(options);
  return { page: () => views.render('said', { layout: false }), close: () => views.close() };
}

describe('templates', () => {
  it('show an edit on the next page while one develops', () =>
    withTemplates(async (root, say) => {
      const { page, close } = said({ root, follow: true });
      expect(await page()).to.equal('<p>før</p>');
      say('efter');
      await until('the edit shows', async () => (await page()) === '<p>efter</p>');
      say('til sidst');
      await until('the second edit shows too', async () => (await page()) === '<p>til sidst</p>');
      close();
    }));

  it('are compiled once where nobody edits them', () =>
    withTemplates(async (root, say) => {
      const { page, close } = said({ root });
      await page();
      say('efter');
      expect(await page()).to.equal('<p>før</p>');
      close();
    }));
});
