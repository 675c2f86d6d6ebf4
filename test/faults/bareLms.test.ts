import { expect } from 'chai';
import { load } from 'cheerio';
import { startAppAndPlatform } from '../support/app.ts';
import { headingOf, openPreparation, prepareAndSend } from '../support/participant.ts';
import { people } from '../support/platform/startPlatform.ts';
import { until } from '../support/waiting.ts';
import type { Visit } from '../support/platform/webClient.ts';

const services = /claim\/(endpoint|namesroleservice)$/;
const activity = 'modul-1-forberedelse';

function wordsOf(page: Visit): string {
  return load(page.html)('main').text().replace(/\s+/g, ' ');
}

describe('an LMS that offers neither grades nor a list of members', function () {
  this.timeout(30_000);
  let both: Awaited<ReturnType<typeof startAppAndPlatform>>;
  before(async () => {
    both = await startAppAndPlatform();
    both.platform.misbehave.claims = (claims) =>
      Object.fromEntries(Object.entries(claims).filter(([name]) => !services.test(name)));
  });
  after(() => both.close());

  it('takes a participant all the way, and is promised nothing', async () => {
    const { client, page } = await openPreparation(both.platform, people.mette);
    const receipt = await prepareAndSend(client, page);
    expect(headingOf(receipt)).to.equal('Tak. Dine svar er sendt');
    expect(wordsOf(receipt)).not.to.match(/Kursusrummet får/);
    expect(both.platform.requests.of('token')).to.deep.equal([]);
  });

  it('lets the instructor see who has been here and what they sent, and that no grades are taken', async () => {
    await openPreparation(both.platform, people.unnamed);
    const { page } = await both.platform.launch({ person: people.instructor, activity });
    const words = wordsOf(page);
    expect(words).to.include('1 har sendt. 0 er i gang.');
    expect(words).to.include('giver os ikke en deltagerliste');
    expect(words).to.match(/Har sendt Mette Holm.*Har kigget ind Deltager 2/);
    expect(words).to.include('Mere ro i hverdagen');
    // On a Moodle whose services are off nobody was told of it: here it is said, once, and as no fault of anyone's.
    expect(words).to.include('Kursusrummet tager ikke imod karakterer fra os.');
    expect(load(page.html)('.sync-attention').length).to.equal(0);
    expect(both.platform.requests.of('members')).to.deep.equal([]);
  });

  it('tells the administrator why no grades arrive', async () => {
    const { page } = await both.platform.launch({ person: people.administrator, activity });
    expect(headingOf(page)).to.equal('Rummets drift');
    expect(load(page.html)('#causes code').text()).to.equal('no-grades');
    expect(both.platform.requests.of('token')).to.deep.equal([]);
  });
});

describe('an LMS whose grade service is switched off after it was on', function () {
  this.timeout(30_000);

  it('is promised nothing to a participant any more, and is told all the same', async () => {
    const both = await startAppAndPlatform();
    await openPreparation(both.platform, people.jens);
    both.platform.misbehave.claims = (claims) =>
      Object.fromEntries(Object.entries(claims).filter(([name]) => !services.test(name)));
    both.platform.misbehave.always.scores = { kind: 'status', status: 403 };
    const { client, page } = await openPreparation(both.platform, people.mette);
    const receipt = await prepareAndSend(client, page);
    expect(headingOf(receipt)).to.equal('Tak. Dine svar er sendt');
    expect(wordsOf(receipt)).not.to.match(/Kursusrummet får/);
    await until('it is tried', () => both.platform.requests.of('scores').length > 0);
    await until('the refusal is known', async () => !/Kursusrummet får/.test(wordsOf(await client.get(receipt.url))));

    both.platform.misbehave.claims = undefined;
    delete both.platform.misbehave.always.scores;
    const again = await openPreparation(both.platform, people.mette);
    await until('it is told', async () => /Kursusrummet får/.test(wordsOf(await again.client.get(receipt.url))));
    await both.close();
  });
});

describe('an LMS that does not give its list just now', function () {
  this.timeout(30_000);

  it('gets no page held up: it says so, and shows who is known', async () => {
    const both = await startAppAndPlatform();
    both.platform.misbehave.always.members = { kind: 'status', status: 503 };
    await openPreparation(both.platform, people.jens);
    const { page } = await both.platform.launch({ person: people.instructor, activity });
    expect(wordsOf(page)).to.include('gav os ikke deltagerlisten lige nu');
    expect(wordsOf(page)).to.match(/Har kigget ind Jens Aagaard/);
    await both.close();
  });
});
