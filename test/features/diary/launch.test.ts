import { expect } from 'chai';
import { load } from 'cheerio';
import { startAppAndPlatform, type App } from '../../support/app.ts';
import { headingOf } from '../../support/participant.ts';
import { people, type Platform } from '../../support/platform/startPlatform.ts';

describe('the mood diary as a link in the course room', function () {
  this.timeout(60_000);
  let app: App;
  let platform: Platform;
  let stop: () => Promise<void>;
  before(async () => {
    const both = await startAppAndPlatform();
    ({ app, platform } = both);
    stop = () => both.close();
    await platform.course.addActivity({ title: 'Min dagbog', custom: { activity: 'humoerdagbog' } });
  });
  after(() => stop());

  it('opens for a participant, is saved, and is found again at the next launch', async () => {
    const { client, page } = await platform.launch({ person: people.mette, activity: 'Min dagbog' });
    expect(headingOf(page)).to.equal('Humørdagbog');
    const mood = load(page.html)('main [type=radio]').attr('name') ?? '';
    const saved = await client.follow(await client.submit(page, { [mood]: '2', intent: 'save' }));
    expect(saved.html).to.include('Dagen er gemt');
    const again = await platform.launch({ person: people.mette, activity: 'Min dagbog' });
    expect(load(again.page.html)('main [type=radio]:checked').val()).to.equal('2');
    const other = await platform.launch({ person: people.jens, activity: 'Min dagbog' });
    expect(load(other.page.html)('main [type=radio]:checked')).to.have.length(0);
    const room = new URL(page.url).pathname.split('/')[2] ?? '';
    expect(await app.deps.responses.list(room, 'humoerdagbog')).to.deep.equal([]);
  });

  it('is not there for an instructor', async () => {
    const { page } = await platform.launch({ person: people.instructor, activity: 'Min dagbog' });
    expect(page.status).to.equal(404);
  });
});
