import { load } from 'cheerio';
import { expect } from 'chai';
import { nothingChosen } from '../../../src/domain/schedule.ts';
import { aLaunch } from '../../support/launches.ts';
import { startAppAndPlatform, type App } from '../../support/app.ts';
import { people, type Platform } from '../../support/platform/startPlatform.ts';
import { createWebClient, enteredBy, type Visit, type WebClient } from '../../support/platform/webClient.ts';
import { until } from '../../support/waiting.ts';
import { openPreparation, prepareAndSend } from '../../support/participant.ts';

const YEAR = new Date().getFullYear() + 1;

describe('the operator’s rooms', function () {
  this.timeout(60_000);
  let app: App;
  let platform: Platform;
  let world: Awaited<ReturnType<typeof startAppAndPlatform>>;
  let client: WebClient;
  let platformId: string;
  let context: string;
  let room: string;

  const wordsOf = ({ html }: Visit) => load(html)('main').text().replace(/\s+/g, ' ').trim();
  const open = (path: string) => client.get(`${app.url}/drift${path}`);
  const send = async (path: string, fields: Record<string, string>): Promise<Visit> => {
    const csrf = String(
      load((await open('')).html)('[name=_csrf]')
        .first()
        .val(),
    );
    return client.follow(await client.post(`${app.url}/drift${path}`, { _csrf: csrf, ...fields }));
  };
  const paste = (...lines: string[]) => send('/rum/import', { tabel: lines.join('\n') });
  const confirm = (page: Visit) => {
    const action = load(page.html)('form[action*="/import/"]').attr('action') ?? '';
    return send(action.replace('/drift', ''), {});
  };
  const scheduleOf = (id: string) => app.deps.schedules.of(id);

  before(async () => {
    world = await startAppAndPlatform();
    ({ app, platform } = world);
    const mette = await openPreparation(platform, people.mette);
    room = new URL(mette.page.url).pathname.split('/')[2] ?? '';
    await prepareAndSend(mette.client, mette.page);
    const found = await app.deps.rooms.room(room);
    [platformId, context] = [found?.platform ?? '', found?.context ?? ''];
    client = await enteredBy(await app.deps.operators.link());
  });
  after(() => world.close());
  beforeEach(() => app.deps.schedules.save(room, nothingChosen, 'test'));

  it('are only for who has signed in', async () => {
    for (const path of ['/rum', '/rum/import', `/rum/${room}`])
      expect((await createWebClient().get(`${app.url}/drift${path}`)).status).to.equal(401);
    const posted = await createWebClient().post(`${app.url}/drift/rum/import`, { tabel: 'x'.repeat(200_000) });
    expect(posted.status).to.equal(401);
    const forged = await client.post(`${app.url}/drift/rum/${room}/indstillinger`, {
      start: `7.12.${YEAR}`,
      pace: 'all',
    });
    expect(forged.status).to.equal(403);
    expect(await scheduleOf(room)).to.deep.equal(nothingChosen);
  });

  it('are listed without names or answers', async () => {
    const page = await open('/rum');
    expect(load(page.html)('#rooms tbody tr').length).to.equal(1);
    // As columns of their own, system and id made the table wider than the page.
    expect(load(page.html)('#rooms tbody th').text()).to.include(context);
    expect(page.html).to.include(context).and.not.include('Mette').and.not.include('Jeg går en tur');
    for (const query of ['?efter=x', '?efter=a&efter=b', '?gjort=__proto__'])
      expect((await open(`/rum${query}`)).status).to.be.oneOf([200, 400]);
    expect((await open('/rum/findes-ikke')).status).to.equal(404);
  });

  it('show on the platforms’ page how scores get through', async () => {
    await until(
      'a score is delivered',
      async () => (await app.deps.scoreHealth.of(platformId)).lastDeliveredAt !== undefined,
    );
    expect(wordsOf(await open('')))
      .to.match(/Sidste karakter nåede frem ?\d/)
      .and.match(/Karakterer, der ikke er nået frem ?Ingen/);
  });

  it('take dates by the same form as the instructor’s', async () => {
    const webinar = { weekday: '4', time: '10.00', link: '' };
    const saved = await send(`/rum/${room}/indstillinger`, { start: `7.12.${YEAR}`, pace: 'weekly', ...webinar });
    expect(wordsOf(saved)).to.include('Rummet er gemt.');
    expect(await scheduleOf(room)).to.deep.include({ start: `${YEAR}-12-07`, pace: 'weekly' });
    const refused = await send(`/rum/${room}/indstillinger`, { start: 'mandag', pace: 'weekly' });
    expect(refused.status).to.equal(422);
    expect(load(refused.html)('#start').val()).to.equal('mandag');
  });

  it('take over another room’s settings, moved to a new start', async () => {
    const other = (
      await app.deps.rooms.enrol(aLaunch({ platform: platformId, context: { id: 'andet', title: 'Andet' } }))
    ).room;
    const webinar = { weekday: 2, time: '09:00' } as const;
    const settings = { ...nothingChosen, start: `${YEAR}-01-04`, webinar, municipality: 'Herning' };
    await app.deps.schedules.save(other.id, settings, 'test');
    await app.deps.schedules.save(room, { ...nothingChosen, municipality: 'Køge' }, 'test');
    expect(wordsOf(await send(`/rum/${room}/kopier`, { fra: '' }))).to.include('Vælg det rum, du vil kopiere fra');
    await send(`/rum/${room}/kopier`, { fra: other.id, 'ny-start': `1.3.${YEAR}` });
    // Where the class comes from stays its own.
    expect(await scheduleOf(room)).to.deep.include({ start: `${YEAR}-03-01`, webinar, municipality: 'Køge' });
  });

  describe('by a table', () => {
    const header = 'platform;kontekst;start;åbning;ugedag;tid';

    it('show line by line what would change, change nothing, and then do exactly that, once', async () => {
      const page = await paste(header, `;${context};7.12.${YEAR};uge;torsdag;10.00`);
      expect(wordsOf(page)).to.include('1 linje er klar').and.include(`Startdato: 7.12.${YEAR}`);
      const { title = '' } = (await app.deps.rooms.room(room)) ?? {};
      expect(wordsOf(page), 'a number alone says nothing').to.include(`${title} (${context})`);
      expect(await scheduleOf(room)).to.deep.equal(nothingChosen);
      expect(wordsOf(await confirm(page))).to.include('Alle linjer er udført.');
      const webinar = { weekday: 4, time: '10:00' };
      expect(await scheduleOf(room)).to.deep.include({ start: `${YEAR}-12-07`, pace: 'weekly', webinar });
      expect(wordsOf(await confirm(page))).to.include('Den import er allerede brugt');
    });

    it('set and remove the municipality of a class', async () => {
      const set = await paste('kontekst;kommune', `${context};Køge Kommune`);
      expect(wordsOf(set)).to.include('Kommune: Køge');
      await confirm(set);
      expect(await scheduleOf(room)).to.include({ municipality: 'Køge' });
      await confirm(await paste('kontekst;kommune', `${context};-`));
      expect(await scheduleOf(room)).to.deep.equal(nothingChosen);
    });

    it('apply nothing where one line is wrong, and say which', async () => {
      const page = await paste(
        header,
        `;${context};7.12.${YEAR};;;`,
        ';x;31.2.2027;;;',
        'ukendt;y;;;;',
        `;${context};;;;`,
      );
      expect(page.status).to.equal(422);
      expect(wordsOf(page))
        .to.include('3 af 4 linjer')
        .and.include('Kursussystemet findes ikke')
        .and.include('længere oppe');
      expect(load(page.html)('form[action*="/import/"]').length).to.equal(0);
      expect(load(page.html)('#tabel').val()).to.include('31.2.2027');
      expect(await scheduleOf(room)).to.deep.equal(nothingChosen);
    });

    it('apply nothing where a room has been changed since it was shown', async () => {
      const page = await paste(header, `;${context};7.12.${YEAR};;;`, `;ny;7.12.${YEAR};;;`);
      const mine = { ...nothingChosen, start: `${YEAR}-05-03` };
      await app.deps.schedules.save(room, mine, 'test');
      expect(wordsOf(await confirm(page))).to.include('er blevet ændret i mellemtiden');
      expect(await scheduleOf(room)).to.deep.equal(mine);
      expect(await app.deps.prepared.list()).to.deep.equal([]);
    });

    it('prepare a room that no one has opened, for its first launch', async () => {
      await confirm(await paste(header, `;nyt-kursus;7.12.${YEAR};uge;;`));
      expect(wordsOf(await open('/rum'))).to.include('nyt-kursus');
      const launch = aLaunch({ platform: platformId, context: { id: 'nyt-kursus', title: 'Nyt' } });
      const { room: opened } = await app.deps.rooms.enrol(launch);
      await app.deps.prepared.applyTo(opened);
      expect(await scheduleOf(opened.id)).to.deep.include({ start: `${YEAR}-12-07`, pace: 'weekly' });
      expect(await app.deps.prepared.list()).to.deep.equal([]);
    });

    it('leave alone what stands in an empty cell, and take away by a hyphen', async () => {
      await app.deps.schedules.save(room, { ...nothingChosen, start: `${YEAR}-05-03`, rhythm: 'syv-uger' }, 'test');
      await confirm(await paste('kontekst,start,rytme', `${context},,-`));
      expect(await scheduleOf(room)).to.deep.include({ start: `${YEAR}-05-03`, rhythm: '' });
    });
  });
});
