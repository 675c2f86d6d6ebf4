import { expect } from 'chai';
import { load } from 'cheerio';
import fc from 'fast-check';
import { anyText } from '../../support/anyText.ts';
import { people } from '../../support/platform/startPlatform.ts';
import { briefWorld, PREP, SCENARIO, type BriefWorld } from './world.ts';

describe('who may open the brief, and what may be posted to it', function () {
  this.timeout(60_000);
  let world: BriefWorld;

  beforeEach(async () => {
    world = await briefWorld();
  });
  afterEach(() => world.close());

  const brief = () => world.open('webinar/modul-1');

  it('is for instructors of this very room alone', async () => {
    const { client } = await world.platform.launch({ person: people.mette, activity: PREP });
    for (const path of [
      'webinar',
      'webinar/modul-1',
      'webinar/modul-1/vis',
      'webinar/modul-1/print',
      'svar-til/holdet?om=modul-1',
    ])
      expect((await client.get(`${world.app.url}${world.home}${path}`)).status, path).to.equal(404);
    expect((await world.open('webinar/modul-99')).status).to.equal(404);
    expect((await world.open('/rum/another/webinar/modul-1')).status).to.equal(401);
    const page = await brief();
    expect((await world.post(page, { saet: 'modul-2-forberedelse/plan/x/1' })).status, 'another week').to.equal(404);
    expect((await world.post(page, { saet: `${PREP}/haab/nobody/1` })).status).to.equal(303);
    expect((await world.open('webinar/modul-1/vis')).html).to.include('Der er 0 ting');
  });

  it('has answers to co-participants where the link in the LMS leads', async () => {
    await world.fill(3, 2);
    const page = await world.open(`aktivitet/${SCENARIO}`);
    expect(page.status).to.equal(200);
    const words = load(page.html)('main').text();
    expect(words).to.include('Person 1').and.include('Hvad vil du sige til Lone?');
    expect(words, 'whom nobody has met').not.to.include('Hvad vil du sige til Bent?');
  });

  it('answers anything posted to it with a page', async () => {
    await world.fill(1, 1);
    const csrf = String(load((await brief()).html)('main [name=_csrf]').val());
    const name = fc.constantFrom(
      'saet',
      'fjern',
      'answer.noter',
      'answer.andet',
      'base',
      'page',
      'drop.noter',
      '__proto__',
      'answer.svar',
    );
    const value = fc.oneof(
      anyText({ maxLength: 200 }),
      fc.constantFrom('', '//', `${PREP}/haab/`, 'x'.repeat(21_000), `${PREP}/__proto__/`),
    );
    const path = fc.constantFrom(
      'webinar/modul-1',
      'svar-til/holdet?om=modul-1',
      'svar-til/holdet/fortryd?om=modul-1',
      'svar-til/%E0%A4%A?om=modul-1',
      'svar-til/__proto__?om=constructor',
    );
    await fc.assert(
      fc.asyncProperty(path, fc.array(fc.tuple(name, value), { maxLength: 6 }), async (to, given) => {
        const body = new URLSearchParams([['_csrf', csrf], ...given]);
        const cookie = Object.entries(world.client.cookiesFor(`${world.app.url}${world.home}`))
          .map((pair) => pair.join('='))
          .join('; ');
        const answer = await fetch(`${world.app.url}${world.home}${to}`, {
          method: 'POST',
          body,
          headers: { cookie },
          redirect: 'manual',
        });
        expect(answer.status, to).to.be.within(200, 499);
      }),
      { numRuns: 120 },
    );
  });
});
