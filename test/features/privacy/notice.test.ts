import { expect } from 'chai';
import { load } from 'cheerio';
import { createNotices } from '../../../src/features/privacy/notices.ts';
import { startAppAndPlatform } from '../../support/app.ts';
import { memoryStore } from '../../support/stores.ts';
import { people } from '../../support/platform/startPlatform.ts';
import type { Visit } from '../../support/platform/webClient.ts';

function lineOf({ html }: Visit) {
  return load(html)('.notice-line').text().replace(/\s+/g, ' ');
}
const seen = { version: 1, wording: 'a' };

describe('the notice on personal data', function () {
  this.timeout(60_000);

  it('is one line at the first visit, for everyone, and a way at the foot of every page after that', async () => {
    const world = await startAppAndPlatform();
    const { app, platform } = world;
    for (const person of [people.mette, people.instructor, people.administrator]) {
      const first = await platform.launch({ person, activity: 'Min uge' });
      expect(lineOf(first.page), person).to.include('Godt at vide').and.include('hvad vi gemmer om dig');
      const href = load(first.page.html)('.notice-line a').attr('href') ?? '';
      const notice = await first.client.get(app.url + href);
      expect(load(notice.html)('main').text()).to.include('Udgave 5').and.include('Datatilsynet');
      const again = await platform.launch({ person, activity: 'Min uge' });
      expect(lineOf(again.page), person).to.equal('');
      expect(load(again.page.html)('footer a').first().attr('href')).to.equal(href);
    }
    const english = await fetch(`${app.url}/personal-data`);
    expect(await english.text()).to.include('Who is responsible?');
    const { page } = await platform.launch({ person: people.mette, activity: 'Min uge' });
    const room = /\/rum\/([^/]+)\//.exec(page.url)?.[1] ?? '';
    const person = (await app.deps.rooms.people(room)).find(({ name }) => name === 'Mette Holm')?.id ?? '';
    const { data } = await app.deps.privacy.gather({ room, person });
    const [kept] = data.find(({ collection }) => collection === 'notices')?.documents ?? [];
    const shown = kept?.['shown'] as object[] | undefined;
    expect(shown).to.have.length(1);
    expect(shown?.[0]).to.include({ version: 5, language: 'da' });
    await world.close();
  });

  it('is shown through that visit, not in the next, and once more when its version is another', async () => {
    let now = 1_000;
    const store = await memoryStore();
    const notices = await createNotices(store, () => now);
    const visit = (since: number) =>
      ({
        room: 'r',
        person: 'p',
        language: 'da',
        role: 'participant',
        since,
        session: '',
        csrf: '',
        returnUrl: '',
      }) as const;
    expect(await notices.show(visit(900), seen)).to.equal('first');
    now = 2_000;
    expect(await notices.show(visit(900), seen), 'the next page').to.equal('first');
    expect(await notices.show(visit(1_900), seen), 'the next visit').to.equal(undefined);
    expect(await notices.show(visit(1_900), { ...seen, version: 2 })).to.equal('changed');
    expect(await notices.show(visit(1_900), { ...seen, version: 2 })).to.equal('changed');
    now = 3_000;
    expect(await notices.show(visit(2_900), { ...seen, version: 2 })).to.equal(undefined);
    await store.close();
  });
});
