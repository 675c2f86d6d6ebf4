import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { texts } from '../../src/text/texts.ts';
import { expectAccessible, expectQuiet, sharedBrowser, newPage } from '../support/browser.ts';
import { calmQuestions, galleryModel } from './gallery.ts';
import { contrastOf, targetsLowerThan } from './measure.ts';
import { until } from '../support/waiting.ts';
import { startLookServer, type LookServer } from './server.ts';

const calm = { errors: undefined, questions: calmQuestions() };

const problem = {
  ...calm,
  title: texts.da.problems['session-ended'].title,
  explanation: texts.da.problems['session-ended'].explanation,
  advice: texts.da.problems['session-ended'].advice,
  code: 'session-ended',
  action: { href: '/kursus', label: 'Åbn kurset', newWindow: true },
  keptText: [{ ask: 'Hvad giver dig energi?', text: 'At gå en tur.\nOg at synge.' }],
};

const goOn = {
  ...calm,
  title: 'Gå videre i et nyt vindue',
  explanation: 'Din browser lader os ikke arbejde inde i kursusrummet.',
  action: { href: '/videre', method: 'post', fields: [{ name: 'state', value: 'x' }], label: 'Åbn i et nyt vindue' },
};

/** Runs in the page. */
const openDetails = "document.querySelectorAll('details').forEach((details) => (details.open = true))";

describe('The look', function () {
  this.timeout(60_000);
  let server: LookServer;
  let browser: Browser;

  before(async () => {
    server = await startLookServer((app) => {
      app.get('/components', (_, res) => res.render('gallery/components', galleryModel('da')));
      app.get('/english', (_, res) => res.render('gallery/components', galleryModel('en')));
      app.get('/step', (_, res) => res.render('gallery/step', { ...galleryModel('da'), ...calm }));
      app.get('/problem', (_, res) => res.render('http/problem', { ...galleryModel('da'), ...problem }));
      app.get('/go-on', (_, res) => res.render('lti/newWindow', { ...galleryModel('da'), ...goOn }));
    });
    browser = await sharedBrowser();
  });
  after(async () => {
    await server.close();
  });

  const open = async (path: string, options: Parameters<typeof newPage>[1] = {}): Promise<Page> => {
    const page = await newPage(browser, options);
    await page.goto(server.address + path);
    return page;
  };

  for (const path of ['/components', '/step', '/problem', '/go-on']) {
    it(`is accessible, complete and no wider than the window, its details open: ${path}`, async () => {
      const page = await open(path, { width: 320 });
      for (const width of [768, 1280, 320]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await targetsLowerThan(page, 44), `${width} px`).to.deep.equal([]);
      }
      await page.evaluate(openDetails);
      await expectAccessible(page);
      expectQuiet(page);
      await page.context().close();
    });
  }

  it('is accessible in English too', async () => {
    const page = await open('/english', { width: 320 });
    await expectAccessible(page);
    expect(await page.title()).to.match(/^Error: .* – TÆTTERE PÅ JOB$/);
    await page.context().close();
  });

  it('holds together with all text at twice its size', async () => {
    // 640 px is a window of 1280 px zoomed to 200 %; the text alone is doubled on top of that.
    const page = await open('/components', { width: 640 });
    await page.evaluate(openDetails);
    // By a rule and not by an attribute: axe has looked at a page of this making, and its verdict doesn't depend on sizes.
    await page.evaluate("document.styleSheets[0].insertRule('html { font-size: 125% !important }')");
    expect(await page.evaluate('getComputedStyle(document.documentElement).fontSize')).to.equal('20px');
    await expectAccessible(page);
    await page.context().close();
  });

  it('draws every control with a border that can be seen', async () => {
    const page = await open('/components');
    const borders = {
      '#energi': '',
      '#navn': '',
      '#tal': '',
      '#en-valgt-1 + label': '::before',
      '#flere-valgt-1 + label': '::before',
      '#skala-valgt-1 + label .scale-number': '',
      '.button-secondary': '',
    };
    for (const [selector, pseudo] of Object.entries(borders)) {
      const contrast = await contrastOf(page, { selector, pseudo, property: 'borderTopColor' });
      expect(contrast, `${selector}${pseudo}`).to.be.at.least(4.5);
    }
    expect(await contrastOf(page, { selector: '.form-hint', property: 'color' })).to.be.at.least(7);
    await page.context().close();
  });

  it('shows what is chosen in forced colours', async () => {
    const page = await open('/step', { forcedColors: 'active' });
    const looks = (selector: string, pseudo: string) =>
      page.evaluate(`getComputedStyle(document.querySelector('${selector}'), '${pseudo}').backgroundColor`);
    expect(await looks('#flere-valgt-2 + label', '::before')).not.to.equal(
      await looks('#flere-valgt-1 + label', '::before'),
    );
    expect(await looks('#en-valgt-2 + label', '::after')).not.to.equal(await looks('#en-valgt-1 + label', '::after'));
    expect(await looks('#skala-valgt-2 + label .scale-number', '')).not.to.equal(
      await looks('#skala-valgt-1 + label .scale-number', ''),
    );
    await page.context().close();
  });

  it('moves nothing for those who asked for that', async () => {
    const page = await open('/step', { reducedMotion: 'reduce' });
    const moving = await page.evaluate(
      "[...document.querySelectorAll('*')].filter((element) => parseFloat(getComputedStyle(element).transitionDuration) > 0).length",
    );
    expect(moving).to.equal(0);
    await page.context().close();
  });

  it('leads from an error to its question, with the question in sight', async () => {
    const page = await open('/components', { width: 320 });
    const summary = page.getByRole('alert', { name: texts.da.common.errorSummary });
    expect(await page.evaluate("document.activeElement.matches('.error-summary')")).to.equal(true);
    await summary.getByRole('link').first().press('Enter');
    expect(await page.evaluate('document.activeElement.id')).to.equal('tekst-fejl');
    expect((await page.locator('label[for=tekst-fejl]').boundingBox())?.y).to.be.at.least(0);
    await page.context().close();
  });

  it('leads from an error to the first of the options, or the chosen one, also from another step and by keyboard alone', async () => {
    const page = await open('/components', { width: 320 });
    const focused = () => page.evaluate('document.activeElement.id');
    await page.getByRole('alert', { name: texts.da.common.errorSummary }).getByRole('link').nth(1).press('Enter');
    expect(await focused()).to.equal('en-fejl-1');
    expect((await page.locator('#en-fejl legend').boundingBox())?.y).to.be.within(0, 100);
    await page.keyboard.press('Space');
    expect(await page.locator('#en-fejl-1').isChecked()).to.equal(true);

    for (const [group, option] of [
      ['flere-valgt', 'flere-valgt-2'],
      ['en-valgt', 'en-valgt-2'],
      ['skala-valgt', 'skala-valgt-2'],
    ] as const) {
      await page.goto('about:blank');
      await page.goto(`${server.address}/step#${group}`);
      await until(`${option} has the focus`, async () => (await focused()) === option);
    }
    await page.context().close();
  });

  it('takes a scale by keyboard and by a press anywhere in the box', async () => {
    const page = await open('/step', { width: 320 });
    await page.getByRole('radio', { name: '4 Enig', exact: true }).check();
    await page.keyboard.press('ArrowDown');
    expect(await page.getByRole('radio', { name: '5 Helt enig' }).isChecked()).to.equal(true);
    await page
      .locator('.scale-step')
      .first()
      .click({ position: { x: 6, y: 10 } });
    expect(await page.getByRole('radio', { name: '1 Helt uenig' }).isChecked()).to.equal(true);
    await page.context().close();
  });

  it('shows a choice once, in a browser too that does not know whether scripts run', async () => {
    const page = await open('/components');
    await page.evaluate(`for (const { cssRules } of document.styleSheets)
      for (const rule of [...cssRules]) if (rule.media?.mediaText.includes('scripting')) rule.media.mediaText = 'not all'`);
    const choice = page.locator('fieldset:has([data-answer])').first();
    expect(await choice.locator('[data-answer]').first().isVisible()).to.equal(true);
    expect(await choice.locator('input[type=radio]').count()).to.be.above(1);
    expect(await choice.locator('input[type=radio]:visible, .without-script:visible').count()).to.equal(0);
  });

  it('says where one is without scripts', async () => {
    const page = await open('/step', { javaScriptEnabled: false });
    const steps = page.getByRole('navigation', { name: texts.da.common.progress.label });
    expect(await steps.textContent()).to.contain('Trin 2 af 4');
    await steps.locator('summary').click();
    expect(await steps.getByRole('listitem').allInnerTexts()).to.have.length(4);
    expect(await steps.locator('[aria-current=step]').innerText()).to.contain(texts.da.common.progress.current);
    await page.context().close();
  });
});
