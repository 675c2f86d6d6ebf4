import { expect } from 'chai';
import { load } from 'cheerio';
import { briefWorld, type BriefWorld } from './world.ts';

describe('the running sheet of a webinar', function () {
  this.timeout(120_000);
  let world: BriefWorld;
  before(async () => {
    world = await briefWorld();
  });
  after(() => world.close());

  const wordsOf = (html: string) => load(html)('main').text().replace(/\s+/g, ' ');

  it('is a link where the webinar is prepared, for each week', async () => {
    for (let week = 1; week <= 8; week++) {
      const brief = await world.open(`webinar/modul-${week}`);
      const href = load(brief.html)('a:contains("Køreplan")').attr('href') ?? '';
      const sheet = await world.open(href);
      expect(sheet.status, href).to.equal(200);
      const times = load(sheet.html)('.minutes__time')
        .toArray()
        .map((time) => load(time).text());
      expect(times[0]).to.match(/ 0–5$/);
      expect(times.at(-1)).to.match(/–60$/);
    }
  });

  it('says what to do with no answers, few and many, and leads to what holds every time', async () => {
    const sheet = await world.open('webinar/modul-4/koereplan');
    expect(wordsOf(sheet.html)).to.include('Ingen har svaret').and.include('Cirka 12 har svaret').and.include('3 har');
    const guide = await world.open(load(sheet.html)('a[href$="/instruktoerhjaelp"]').attr('href') ?? '');
    expect(guide.status).to.equal(200);
    expect(load(guide.html)('blockquote')).to.have.length(3);
    expect(wordsOf(guide.html)).to.include('Spørg KfS, hvem du kan ringe til').and.include('At få en god nats søvn');
  });

  it('is found for no module that the course lacks', async () => {
    expect((await world.open('webinar/modul-9/koereplan')).status).to.equal(404);
  });
});
