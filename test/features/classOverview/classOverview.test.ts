import { load } from 'cheerio';
import { expect } from 'chai';
import type { Report } from '../../../src/responses/responses.ts';
import { addDays, dayOf } from '../../../src/domain/week.ts';
import { startAppAndPlatform, type App } from '../../support/app.ts';
import { prepareAndSend } from '../../support/participant.ts';
import { people, type Platform } from '../../support/platform/startPlatform.ts';
import type { Visit, WebClient } from '../../support/platform/webClient.ts';
import { until } from '../../support/waiting.ts';

const ACTIVITY = 'modul-1-forberedelse';

describe('the overview of a class', function () {
  this.timeout(60_000);
  let app: App;
  let platform: Platform;
  let world: Awaited<ReturnType<typeof startAppAndPlatform>>;
  let room: string;
  let ulla: WebClient;

  const at = (path: string) => `${app.url}/rum/${room}${path}`;
  const wordsOf = ({ html }: Visit) => load(html)('main').text().replace(/\s+/g, ' ');
  const open = async (path = '/hold') => ulla.get(at(path));
  const rowOf = ({ html }: Visit, name: string) => {
    const $ = load(html);
    const row = $('#class tbody tr').filter((_at, one) => $(one).find('th').text().includes(name));
    return row.children().toArray().map((cell) => $(cell).text().trim()); // prettier-ignore
  };
  const namesIn = ({ html }: Visit) => {
    const $ = load(html);
    return $('#class tbody th').toArray().map((cell) => $(cell).text()); // prettier-ignore
  };
  const personCalled = async (name: string) => (await app.deps.rooms.people(room)).find((one) => one.name === name);
  const reportsOf = async (): Promise<Report[]> =>
    (await app.deps.responses.list(room, ACTIVITY)).flatMap(({ reports }) => reports);

  before(async () => {
    world = await startAppAndPlatform();
    ({ app, platform } = world);
    const mette = await platform.launch({ person: people.mette, activity: ACTIVITY });
    room = new URL(mette.page.url).pathname.split('/')[2] ?? '';
    await prepareAndSend(mette.client, mette.page);
    const jens = await platform.launch({ person: people.jens, activity: ACTIVITY });
    await jens.client.submit(jens.page, { intent: 'save' });
    ulla = (await platform.launch({ person: people.instructor, activity: ACTIVITY })).client;
    await until('the score is delivered', async () => (await reportsOf()).every(({ state }) => state === 'delivered'));
  });
  after(() => world.close());

  it('is found from the instructor’s front page', async () => {
    expect((await open('/')).html).to.include(`/rum/${room}/hold"`);
  });

  it('shows how far each participant on the list is, week by week, including people who have never been here', async () => {
    const page = await open();
    expect(namesIn(page)).to.have.members(['Amina Sørensen', 'Deltager uden navn', 'Jens Aagaard', 'Mette Holm']);
    const today = dayOf(Date.now()).split('-').map(Number).reverse().join('.');
    expect(rowOf(page, 'Mette').slice(0, 3)).to.deep.equal(['Mette Holm', '1 af 3 sendt', 'Ikke begyndt']);
    expect(rowOf(page, 'Mette').slice(-4)).to.deep.equal(['1', today, 'I gang', '0']);
    expect(rowOf(page, 'Jens')[1]).to.equal('0 af 3 sendt, 1 i gang');
    expect(rowOf(page, 'Jens').slice(-4)).to.deep.equal(['0', today, 'I gang', '0']);
    expect(rowOf(page, 'Amina')[1]).to.equal('Ikke begyndt');
    expect(rowOf(page, 'Amina').slice(-4)).to.deep.equal(['0', 'Aldrig', 'Ikke begyndt', '0']);
  });

  it('begins with those who may need a hand, by name, and tells no number that cannot be reckoned', async () => {
    const page = await open();
    const $ = load(page.html);
    expect($('main h2').first().text()).to.equal('Hvem kan bruge en hånd?');
    expect($('.hand summary').text()).to.equal('2 er ikke begyndt');
    expect($('.hand').text()).to.include('Amina Sørensen').and.not.include('Jens');
    expect($('.standings').text()).to.include('Frafald–');
    expect(wordsOf(page), 'nothing went wrong with the grades').not.to.include('Karakterer');
  });

  it('has a heading for every cell', async () => {
    const $ = load((await open()).html);
    const cells = $('#class thead tr').children().length;
    expect(cells).to.equal(5 + app.deps.courses.da.modules.length);
    for (const row of $('#class tbody tr').toArray()) expect($(row).children().length).to.equal(cells);
  });

  it('is sorted by link', async () => {
    expect(namesIn(await open('/hold?sorter=gjort'))[0]).to.equal('Mette Holm');
    expect(namesIn(await open('/hold?sorter=sidst')).slice(0, 2)).to.have.members(['Mette Holm', 'Jens Aagaard']);
    expect(namesIn(await open('/hold?sorter=hvadsomhelst'))[0]).to.equal('Amina Sørensen');
    const $ = load((await open('/hold?sorter=gjort')).html);
    expect($('#class [aria-sort=descending] a').attr('href')).to.match(/sorter=gjort#holdet$/);
  });

  it('says by which rule someone has completed or dropped out', async () => {
    expect(wordsOf(await open()))
      .to.include('mindst 6 af 8 uger')
      .and.include('Holdet har ingen startdato');
  });

  it('holds nothing that anyone has written, on the page or in the file', async () => {
    for (const path of ['/hold', '/hold.csv']) {
      expect((await open(path)).html)
        .to.not.include('Mere ro i hverdagen')
        .and.not.include('Jeg går en tur');
    }
  });

  it('is a file for a spreadsheet too, in which no name is a formula', async () => {
    const mette = await personCalled('Mette Holm');
    const members = [{ subject: mette?.subject ?? '', name: '=cmd()', role: 'participant' as const }];
    const { roster } = app.deps;
    app.deps.roster = () => Promise.resolve({ kind: 'members', members });
    const file = await open('/hold.csv');
    app.deps.roster = roster;
    expect(file.headers.get('content-disposition')).to.include('hold.csv');
    const [header = '', line = ''] = file.html.replace('\uFEFF', '').split('\r\n');
    expect(header).to.match(
      /^navn;sidst_set;kurset;uger_forberedt;aktiviteter_sendt;karakterer;fravaer;kom_til_webinar;webinarer_noteret;regel;modul-1-/,
    );
    expect(line).to.match(/^'=cmd\(\);\d{4}-\d\d-\d\d;I gang;1;1;Nået frem;0;;0;Gennemført er den, [^;]+;Sendt;/);
  });

  it('marks people who have answered and left the course since', async () => {
    const { roster } = app.deps;
    app.deps.roster = () =>
      Promise.resolve({ kind: 'members', members: [{ subject: 'x', name: 'Nye Navn', role: 'participant' }] });
    const page = await open();
    app.deps.roster = roster;
    expect(rowOf(page, 'Mette')[0]).to.include('Ikke på kurset mere');
    expect(rowOf(page, 'Nye Navn')[0]).to.equal('Nye Navn');
    expect(rowOf(await open(), 'Mette')[0]).to.equal('Mette Holm');
  });

  for (const [who, person] of [
    ['a participant', people.mette],
    ['an administrator', people.administrator],
  ] as const) {
    it(`is not for ${who}`, async () => {
      const { client } = await platform.launch({ person, activity: ACTIVITY });
      for (const path of ['/hold', '/hold.csv']) expect((await client.get(at(path))).status).to.equal(404);
    });
  }

  describe('with absence', () => {
    let mette: WebClient;
    const monday = addDays(dayOf(Date.now()), 2);

    before(async () => {
      const webinar = { weekday: 4, time: '10:00' } as const;
      const schedule = { start: monday, pace: 'all', rhythm: '', webinar, link: '', municipality: '' } as const;
      await app.deps.schedules.save(room, schedule, 'someone');
      mette = (await platform.launch({ person: people.mette, activity: ACTIVITY })).client;
    });
    const sends = async (path: string, fields: Record<string, string>, from = path) => {
      const client = mette;
      const page = load((await client.get(at(from))).html);
      const shown = { _csrf: page('main [name=_csrf]').first().val(), webinar: page('[name=webinar]').val() };
      return client.follow(await client.post(at(path), { ...(shown as Record<string, string>), ...fields }));
    };

    it('a participant says from Min uge that they cannot come; the instructor sees that, and not why', async () => {
      expect(wordsOf(await mette.get(at('/')))).to.include('Jeg kan ikke komme');
      const front = await sends('/fravaer', { grund: 'syg' });
      expect(wordsOf(front)).to.include('Du har sagt, at du ikke kommer.');
      const page = await open();
      expect(rowOf(page, 'Mette')[0]).to.include('Kommer ikke næste gang');
      expect(rowOf(page, 'Mette').at(-1)).to.equal('1');
      expect(wordsOf(page)).to.match(/1 har meldt afbud til webinaret torsdag .*: Mette Holm/);
      expect(page.html).to.not.include('Jeg er syg');
      expect((await open('/hold.csv')).html)
        .to.match(/Mette Holm;.*;Nået frem;1;/)
        .and.not.include('syg');
    });

    it('can be undone', async () => {
      const front = await sends('/fravaer/fortryd', {}, '/');
      expect(wordsOf(front)).to.not.include('Du har sagt, at du ikke kommer.');
      expect(await app.deps.absences.ofRoom(room)).to.deep.equal([]);
    });

    it('comes back with what is missing, and takes any form', async () => {
      for (const fields of [{}, { grund: 'x' }, { grund: '__proto__' }, { grund: 'a'.repeat(5000) }] as Record<
        string,
        string
      >[]) {
        const page = await sends('/fravaer', fields);
        expect(page.status).to.equal(422);
        expect(load(page.html)('.error-summary a').attr('href')).to.equal('#grund');
      }
      expect((await sends('/fravaer', { grund: 'syg', webinar: '2020-01-01' })).status).to.equal(200);
      expect(await app.deps.absences.ofRoom(room)).to.deep.equal([]);
    });

    it('counts reasons for the class where five have been away, and not before', async () => {
      const day = '2026-01-01';
      const launched = [people.mette, people.jens, people.amina, people.unnamed];
      for (const person of launched) await platform.launch({ person, activity: ACTIVITY });
      const everyone = (await app.deps.rooms.people(room)).filter(({ role }) => role === 'participant');
      for (const { id } of everyone) await app.deps.absences.tell({ room, person: id, day }, 'teknik');
      expect(wordsOf(await open()))
        .to.include('når mindst 5 deltagere')
        .and.not.include('forbindelse driller');
    });
  });
});
