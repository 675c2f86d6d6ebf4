import { expect } from 'chai';
import { load } from 'cheerio';
import { nothingChosen } from '../../../src/domain/schedule.ts';
import { pressIntent } from '../../support/participant.ts';
import { startAppAndPlatform } from '../../support/app.ts';
import { people } from '../../support/platform/startPlatform.ts';

type World = Awaited<ReturnType<typeof startAppAndPlatform>>;

describe('a class in seven weeks', function () {
  this.timeout(120_000);
  let world: World;
  before(async () => {
    world = await startAppAndPlatform();
  });
  after(() => world.close());

  /** The room of whoever launches, in a rhythm; `get` opens a page in it. */
  const inRoom = async (rhythm: string) => {
    const { client, page } = await world.platform.launch({ person: people.mette, activity: 'Min uge' });
    const home = new URL(page.url).pathname;
    await world.app.deps.schedules.save(home.split('/')[2] ?? '', { ...nothingChosen, rhythm }, 'test');
    return { client, get: (path: string) => client.get(world.app.url + home + path) };
  };
  const wordsOf = (html: string) => load(html)('main').text().replace(/\s+/g, ' ');

  it('has a topic a week: its own third week, and feelings and stress alone', async () => {
    const { client, get } = await inRoom('syv-emner');
    expect(wordsOf((await get('uge/3')).html)).to.include('Søvn, kræfter og humør');
    const fourth = wordsOf((await get('uge/4')).html);
    expect(fourth).to.include('Svære følelser og stress').and.not.include('Aktivitet og humør');
    expect((await get('uge/7')).status).to.equal(200);
    expect(wordsOf((await client.follow(await get('uge/8'))).html)).not.to.include('Uge 8');
    const own = await client.follow(await get('aktivitet/soevn-og-humoer-forberedelse'));
    expect(load(own.html)('h1').text()).to.include('Velkommen til en uge om ro');
  });

  it('loses nothing that was written in another rhythm', async () => {
    const before = await inRoom('');
    const { client } = before;
    const first = await client.follow(await before.get('aktivitet/modul-5-forberedelse'));
    await pressIntent(client, first, 'next');
    const second = await before.get('aktivitet/modul-5-forberedelse/trin/2');
    await client.submit(second, { 'answer.holdt-af': 'At sy gardiner', intent: 'next' });

    const { get } = await inRoom('syv-emner');
    const kept = await client.follow(await get('aktivitet/modul-5-forberedelse/trin/2'));
    expect(kept.html, 'a week that the rhythm lacks is still opened by its link').to.include('At sy gardiner');
    expect((await client.follow(await get('mine-data/kopi.json'))).html).to.include('At sy gardiner');
    const plan = await client.follow(await get('aktivitet/modul-5-handleplan'));
    expect(plan.status).to.equal(200);
    expect(plan.url).to.include('modul-5-handleplan');
  });

  it('goes on as it is divided where it began before', async () => {
    const { get } = await inRoom('syv-uger');
    expect(wordsOf((await get('uge/4')).html))
      .to.include('Svære følelser og stress')
      .and.include('Aktivitet og humør');
  });

  it('is offered in its own division; the earlier one only to the class that has it', async () => {
    const offered = async (rhythm: string) => {
      const { client, page } = await world.platform.launch({ person: people.instructor, activity: 'Min uge' });
      const home = new URL(page.url).pathname;
      await world.app.deps.schedules.save(home.split('/')[2] ?? '', { ...nothingChosen, rhythm }, 'test');
      const $ = load((await client.get(world.app.url + home)).html);
      return $('input[name="rhythm"]')
        .toArray()
        .map((input) => $(input).attr('value'));
    };
    expect(await offered('')).to.deep.equal(['', 'syv-emner']);
    expect(await offered('syv-uger')).to.deep.equal(['', 'syv-emner', 'syv-uger']);
  });
});
