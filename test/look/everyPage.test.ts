import { expect } from 'chai';
import { startAppAndPlatform } from '../support/app.ts';
import { sharedBrowser } from '../support/browser.ts';
import { visitEach, type Visit } from './kindsOfPage.ts';
import { looksAsStored, seen } from './pictures.ts';
import { faultsElsewhere, faultsOfText } from './typography.ts';

/**
 * What the first view of a participant's page may weigh, in bytes over the wire: many are on a phone with little data. On
 * http, as here, browsers take gzip alone; over TLS Brotli makes it less.
 */
const MOST_BYTES = 70_000;

/** Each page is opened once, and everything measured in it: opening it is what takes long. */
describe('every kind of page', function () {
  this.timeout(300_000);
  const unlike: string[] = [];
  const faults: string[] = [];
  const weights: { name: string; bytes: number }[] = [];
  let [compared, paragraphs, followed] = [0, 0, 0];

  const lookAt = async ({ page, at: { name, hasNoPicture } }: Visit, width: number) => {
    await page.setViewportSize({ width, height: 900 });
    const text = await faultsOfText(page);
    faults.push(...text.faults.map((fault) => `${name}, ${width} px: ${fault}`));
    paragraphs += text.paragraphs;
    followed += text.followed;
    // People see this line in their first days: the pictures show pages with and without it.
    if (width === 1280) await page.evaluate("document.querySelector('.notice-line')?.remove()");
    if (!hasNoPicture) {
      compared += 1;
      if (!(await looksAsStored(page, `${name}-${width}`))) unlike.push(`${name}-${width}`);
    }
  };

  before(async () => {
    const both = await startAppAndPlatform();
    try {
      await visitEach(both, await sharedBrowser(), async (visit) => {
        const { page, at, isOfParticipant, weight } = visit;
        if (isOfParticipant) weights.push({ name: at.name, bytes: await weight() });
        await lookAt(visit, 390);
        faults.push(...(await faultsElsewhere(page)).map((fault) => `${at.name}, ${fault}`));
        await lookAt(visit, 1280);
      });
    } finally {
      await both.close();
    }
  });

  it('looks as it did', () => {
    expect(compared).to.be.at.least(40);
    expect(unlike, `not as stored; see ${seen}, then renew them with npm run pictures or mend the page`).to.deep.equal(
      [],
    );
  });

  it('has text as it was designed', () => {
    expect(faults).to.deep.equal([]);
    // What is measured is there: none of it can hold for want of text.
    expect(paragraphs).to.be.at.least(100);
    expect(followed).to.be.above(20);
  });

  it('is light, on a phone with little data', () => {
    expect(weights).to.have.length.above(20);
    expect(weights.filter(({ bytes }) => bytes < 10_000 || bytes > MOST_BYTES)).to.deep.equal([]);
  });
});
