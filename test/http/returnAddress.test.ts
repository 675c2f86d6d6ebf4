import { expect } from 'chai';
import { load } from 'cheerio';
import { startAppAndPlatform } from '../support/app.ts';
import { people } from '../support/platform/startPlatform.ts';

const PRESENTATION = 'https://purl.imsglobal.org/spec/lti/claim/launch_presentation';

describe('the way back to the course', function () {
  this.timeout(60_000);
  let world: Awaited<ReturnType<typeof startAppAndPlatform>>;
  before(async () => (world = await startAppAndPlatform()));
  after(() => world.close());

  const wayBackFor = async (returnUrl: string) => {
    world.platform.misbehave.claims = (claims) => ({ ...claims, [PRESENTATION]: { return_url: returnUrl } });
    const { launched, page } = await world.platform.launch({ person: people.mette, activity: 'modul-1-forberedelse' });
    expect(page.status).to.equal(200);
    for (const cookie of launched.headers.getSetCookie()) expect(cookie.length).to.be.lessThan(4093);
    return load(page.html)('a[target=_top]').attr('href');
  };

  it('is where the platform says, where that fits into a cookie', async () => {
    for (const length of [0, 1000, 2000]) {
      const address = `https://lms.example/kursus?${'x'.repeat(length)}`;
      expect(await wayBackFor(address)).to.equal(address);
    }
  });

  it('is left out where it is too long for one, signs someone in, or is no web address', async () => {
    const long = `https://lms.example/kursus?${'x'.repeat(4000)}`;
    for (const address of [long, 'https://a:b@lms.example/', 'https://a@lms.example/', 'javascript:alert(1)'])
      expect(await wayBackFor(address), address).to.equal(undefined);
  });
});
