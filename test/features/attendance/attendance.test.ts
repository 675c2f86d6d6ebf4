import { expect } from 'chai';
import { nothingChosen } from '../../../src/domain/schedule.ts';
import { roomWorld, type Page, type RoomWorld } from '../room/world.ts';

const ulla = { role: 'instructor', person: { subject: '9', name: 'Ulla Brandt' } } as const;
const mette = { person: { subject: '1', name: 'Mette Holm' } };
/** The LMS withholds the name. */
const nameless = { person: { subject: '2', name: '' } };
/** Week 1 of the course's three began on the Monday before. */
const schedule = { ...nothingChosen, start: '2026-11-16', webinar: { weekday: 6 as const, time: '10:00' } };

describe('attendance at webinars', () => {
  let world: RoomWorld;
  let room: string;
  let instructor: Awaited<ReturnType<RoomWorld['arrive']>>;
  let ids: Record<'mette' | 'nameless', string>;

  beforeEach(async () => {
    world = await roomWorld();
    instructor = await world.arrive(ulla);
    room = instructor.room.id;
    await world.schedules.save(room, schedule, 'x');
    ids = {
      mette: (await world.arrive(mette)).person.id,
      nameless: (await world.arrive(nameless)).person.id,
    };
  });
  afterEach(() => world.close());

  const list = (week = '') => instructor.open(`${instructor.home}fremmoede${week && `/${week}`}`);
  const chosen = (page: Page, who: string) => page.$(`input[name="kom.${who}"]:checked`).val();
  const press = (page: Page, fill: Record<string, string>) => instructor.press(page, '/fremmoede/', fill);
  const noted = async () =>
    (await world.deps.attendances.ofRoom(room)).map(({ person, week, state }) => ({ person, week, state }));
  const tableRow = (page: Page, name: string) =>
    page
      .$('#class tbody tr')
      .filter((_at, row) => page.$(row).find('th').text().includes(name))
      .children()
      .toArray()
      .map((cell) => page.$(cell).text().trim());

  it('begins at this week’s webinar and names everyone, without a name by their number', async () => {
    const front = await instructor.open(instructor.home);
    expect(front.$('a[href$=fremmoede]').length).to.equal(1);
    const page = await list();
    expect(page.h1).to.equal('Hvem kom til webinaret i uge 1?');
    expect(page.words).to.include('lørdag 21. november');
    expect(page.$('.attendance-row legend').toArray().map((one) => page.$(one).text())).to.deep.equal([
      'Deltager 3',
      'Mette Holm',
    ]); // prettier-ignore
    expect(chosen(page, ids.mette)).to.equal('');
  });

  it('is noted in part, changed later, and filled up by one press', async () => {
    const first = await press(await list(), { [`kom.${ids.mette}`]: 'phone', intent: 'save' });
    expect(first.words).to.include('Listen er gemt. 1 af 2 kom.');
    expect(await noted()).to.deep.equal([{ person: ids.mette, week: 1, state: 'phone' }]);
    const rest = await press(await list(), { intent: 'rest' });
    expect(chosen(rest, ids.mette)).to.equal('phone');
    expect(chosen(rest, ids.nameless)).to.equal('away');
    const back = await press(rest, { [`kom.${ids.mette}`]: '', [`kom.${ids.nameless}`]: 'came', intent: 'save' });
    expect(chosen(back, ids.nameless)).to.equal('came');
    expect(await noted()).to.deep.equal([{ person: ids.nameless, week: 1, state: 'came' }]);
    expect((await list('2')).$('input:checked[value=came]').length, 'another webinar').to.equal(0);
  });

  it('keeps what a colleague has noted meanwhile', async () => {
    const [mine, theirs] = [await list(), await list()];
    await press(theirs, { [`kom.${ids.mette}`]: 'came', intent: 'save' });
    await press(mine, { [`kom.${ids.nameless}`]: 'away', intent: 'save' });
    expect(await noted()).to.have.deep.members([
      { person: ids.mette, week: 1, state: 'came' },
      { person: ids.nameless, week: 1, state: 'away' },
    ]);
  });

  it('fills in absence that was told beforehand, also after the webinar was moved', async () => {
    await world.deps.absences.tell({ room, person: ids.mette, day: '2026-11-21' }, 'syg');
    await world.schedules.save(room, { ...schedule, webinar: { weekday: 5, time: '10:00' } }, 'x');
    const page = await list('1');
    expect(chosen(page, ids.mette)).to.equal('away');
    expect(page.words).to.include('Har meldt afbud').and.not.include('syg');
    await press(page, { intent: 'save' });
    expect(await noted()).to.deep.equal([{ person: ids.mette, week: 1, state: 'away' }]);
    await press(await list('1'), { [`kom.${ids.mette}`]: 'came', intent: 'save' });
    expect(chosen(await list('1'), ids.mette), 'she came after all').to.equal('came');
  });

  it('is in the class’s table and file, with the rule beside it', async () => {
    const before = await instructor.open(`${instructor.home}hold`);
    expect(before.words).to.include('Der er ikke noteret fremmøde på holdet');
    expect(before.$('#class thead').text()).not.to.include('Kom');
    for (const week of ['1', '2', '3'])
      await press(await list(week), { [`kom.${ids.mette}`]: 'came', [`kom.${ids.nameless}`]: 'away', intent: 'save' });
    const page = await instructor.open(`${instructor.home}hold`);
    expect(tableRow(page, 'Mette').slice(-3)).to.deep.equal(['Gennemført', '0', '3']);
    expect(tableRow(page, 'Deltager 3').slice(-3)).to.deep.equal(['I gang', '3', '0']);
    expect(page.words).to.include('er kommet til mindst 3 af 3 webinarer').and.include('Fravær er de webinarer');
    const file = await (await instructor.ask(`${instructor.home}hold.csv`)).text();
    const [header = '', ...lines] = file.split('\r\n').map((line) => line.split(';'));
    const column = (name: string) => lines.filter((line) => line.length > 1).map((line) => line[header.indexOf(name)]);
    expect(column('kom_til_webinar')).to.deep.equal(['0', '3']);
    expect(column('fravaer')).to.deep.equal(['3', '0']);
    for (const rule of column('regel')) expect(rule).to.include('er kommet til mindst 3 af 3 webinarer');
  });

  it('follows someone from the LMS’s list who has never been here, once they come', async () => {
    const members = [{ subject: '7', name: 'Amina Sørensen', role: 'participant' as const }];
    world.deps.roster = () => Promise.resolve({ kind: 'members', members });
    const page = await list();
    const who = page.$('.attendance-row input[type=radio]').first().attr('name')?.replace('kom.', '') ?? '';
    expect(page.words).to.include('Amina Sørensen');
    await press(page, { [`kom.${who}`]: 'phone', intent: 'save' });
    expect(chosen(await list(), who)).to.equal('phone');
    const { person } = await world.arrive({ person: members[0]! });
    expect(chosen(await list(), person.id)).to.equal('phone');
    expect((await noted()).map((one) => one.person)).to.deep.equal([person.id]);
  });

  it('is told to the participant by the log and the copy, kept under encryption, and erased with them', async () => {
    await press(await list(), { [`kom.${ids.mette}`]: 'came', intent: 'save' });
    const visitor = await world.arrive(mette);
    expect((await visitor.open(`${visitor.home}hvem-har-laest`)).words).to.include('noterede, om du var med');
    const copy = await (await visitor.ask(`${visitor.home}mine-data/kopi.json`)).text();
    expect(copy).to.include('"came"');
    expect((await visitor.open(`${visitor.home}mine-data/kopi.html`)).$('body').text()).to.include('Kom');
    const opened = world.deps.store.opened().find(({ name }) => name === 'attendance');
    expect(opened?.encrypted).to.deep.equal(['state']);
    await world.deps.privacy.erase({ room, person: ids.mette }, { by: 'self' });
    expect(await noted()).to.deep.equal([]);
  });

  it('is for instructors of the class, and for weeks that the course has', async () => {
    const visitor = await world.arrive(mette);
    expect((await visitor.open(`${visitor.home}fremmoede/1`)).status).to.equal(404);
    for (const week of ['0', '4', '1.5', 'x']) expect((await list(week)).status, week).to.equal(404);
  });
});
