import { expect } from 'chai';
import { load } from 'cheerio';
import { headingOf, pressIntent, prepareAndSend } from '../../support/participant.ts';
import { people, startPlatform, type Platform } from '../../support/platform/startPlatform.ts';
import { createWebClient } from '../../support/platform/webClient.ts';
import { startProduct, type Product } from '../../support/product.ts';
import { untilLogged } from '../../support/waiting.ts';

const DAY = 24 * 60 * 60_000;

describe('a link of one’s own, when the course room is gone', function () {
  this.timeout(90_000);
  let product: Product;
  let platform: Platform;
  before(async () => {
    product = await startProduct({ SANDBOX: 'off' });
    platform = await startPlatform({ toolUrl: product.url });
    await platform.registerWithTool();
    await platform.course.addActivity({ title: 'Efter kurset', custom: { activity: 'spoergeskema-efter' } });
  });
  after(() => product.remove());

  it('is made after the course, and answers three months later, after a restart and a pause, with the platform stopped', async () => {
    const { client, page } = await platform.launch({ person: people.mette, activity: 'Efter kurset' });
    const receipt = await prepareAndSend(client, page);
    expect(headingOf(receipt)).to.equal('Tak for dine svar');
    const made = await client.submit(receipt);
    const link = load(made.html)('#link').text();
    await platform.close();
    await product.stop();
    await product.restart(100 * DAY);

    const phone = createWebClient();
    const opened = await phone.get(link);
    expect(headingOf(opened)).to.equal('Godt at se dig igen');
    const first = await phone.follow(await phone.submit(opened));
    expect(headingOf(await pressIntent(phone, first, 'next'))).to.equal('Dig og job, og dit helbred');
    const tablet = createWebClient();
    const resumed = await tablet.follow(await tablet.submit(await tablet.get(link)));
    expect(headingOf(resumed)).to.equal('Dig og job, og dit helbred');
    const sent = await prepareAndSend(tablet, resumed);
    expect(headingOf(sent)).to.equal('Tak for dine svar');
    expect(headingOf(await createWebClient().get(link))).to.equal('Tak, du har svaret');

    const { pathname } = new URL(link);
    await untilLogged(product, '/svar/…');
    expect(product.output()).not.to.include(pathname);
  });
});
