import { expect } from 'chai';
import fc from 'fast-check';
import { nothingChosen } from '../../../src/domain/schedule.ts';
import { entryOf, parseSchedule, type Given } from '../../../src/features/room/schedule/scheduleForm.ts';
import { roomWorld, type RoomWorld } from './world.ts';

const now = Date.parse('2026-11-21T09:42:10Z');
const given: Given = { now, rhythms: ['syv-uger'], isPast: ({ start }) => start === '2025-06-02' };
const filled = {
  start: '2026-12-07',
  pace: 'weekly',
  rhythm: '',
  weekday: '4',
  time: '10:00',
  link: 'https://webinar.example/hold-7?id=1',
  municipality: '',
};
function codes(change: Partial<typeof filled>) {
  return parseSchedule({ ...filled, ...change }, given).faults.map(({ field, code }) => `${field}: ${code}`);
}

describe('the settings of a class', () => {
  it('are read as they were chosen', () => {
    expect(parseSchedule(filled, given).schedule).to.deep.equal({
      start: '2026-12-07',
      pace: 'weekly',
      rhythm: '',
      webinar: { weekday: 4, time: '10:00' },
      link: 'https://webinar.example/hold-7?id=1',
      municipality: '',
    });
  });

  it('may all be left empty', () => {
    const empty = { start: '', pace: 'all', rhythm: '', weekday: '', time: '', link: '', municipality: '' };
    expect(parseSchedule(empty, given).schedule).to.deep.equal(nothingChosen);
  });

  const refused: [Partial<typeof filled>, string][] = [
    [{ start: '' }, 'start: startMissing'],
    [{ start: '31.2.2026' }, 'start: start'],
    [{ start: 'mandag' }, 'start: start'],
    [{ start: 'tirsdag den 7. december 2026' }, 'start: start'],
    [{ start: '7. dekember 2026' }, 'start: start'],
    [{ start: '7. december' }, 'start: start'],
    [{ start: '7.12.2026-14.12.2026' }, 'start: start'],
    [{ start: '7.12.202' }, 'start: start'],
    [{ start: '2016-12-07' }, 'start: startFarAway'],
    [{ start: '2025-06-02' }, 'start: startPast'],
    [{ pace: '' }, 'pace: pace'],
    [{ pace: 'sommetider' }, 'pace: pace'],
    [{ rhythm: 'tre-uger' }, 'rhythm: rhythm'],
    [{ weekday: '' }, 'weekday: weekdayMissing'],
    [{ weekday: '8' }, 'weekday: weekday'],
    [{ time: '' }, 'time: timeMissing'],
    [{ time: '25.00' }, 'time: time'],
    [{ time: '10.3' }, 'time: time'],
    [{ time: '13 pm' }, 'time: time'],
    [{ time: '10.00-11.00' }, 'time: time'],
    ...[
      'http://webinar.example',
      'javascript:alert(1)',
      'webinar.example',
      'https://',
      'https://bruger:kode@webinar.example',
      `https://webinar.example/${'x'.repeat(1000)}`,
    ].map((link): [Partial<typeof filled>, string] => [{ link }, 'link: link']),
  ];
  for (const [change, expected] of refused) {
    it(`are refused with ${JSON.stringify(change).slice(0, 60)}`, () => {
      expect(codes(change)).to.deep.equal([expected]);
    });
  }

  it('are taken or refused with a reason, whatever is sent', () => {
    const value = fc.oneof(fc.string(), fc.array(fc.string()), fc.constantFrom(...Object.values(filled)));
    const keys = fc.constantFrom(...Object.keys(filled), '__proto__', 'x');
    fc.assert(
      fc.property(fc.dictionary(keys, value), (body) => {
        const { schedule, faults } = parseSchedule(entryOf(body), given);
        expect(schedule === undefined).to.equal(faults.length > 0);
      }),
    );
  });

  describe('on the instructor’s front page', () => {
    let world: RoomWorld;
    beforeEach(async () => {
      world = await roomWorld();
    });
    afterEach(() => world.close());
    const ulla = () => world.arrive({ role: 'instructor', person: { subject: '9', name: 'Ulla' } });

    it('are set there, told in words, and met by the participants', async () => {
      const instructor = await ulla();
      const before = await instructor.open(instructor.home);
      expect(before.words).to.include('Alt er åbent for deltagerne.');
      const after = await instructor.press(before, 'indstillinger$', filled);
      expect(after.words).to.include('Gemt.').and.include('Uge 1 åbner mandag 7. december.');
      expect(after.words).to.include('Webinar: torsdag kl. 10.00.');
      const participant = await world.arrive();
      expect((await participant.open(participant.home)).words).to.include('Åbner mandag 7. december');
    });

    it('let the instructor choose in how many weeks the course runs', async () => {
      const instructor = await ulla();
      const before = await instructor.open(instructor.home);
      const after = await instructor.press(before, 'indstillinger$', { ...filled, rhythm: 'to-uger' });
      expect(after.words).to.include('Kurset kører på to uger.');
      expect(await world.schedules.of(instructor.room.id)).to.include({ rhythm: 'to-uger' });
    });

    it('let the instructor say from which municipality the whole class is, however it is written', async () => {
      const instructor = await ulla();
      const written = { ...filled, municipality: ' Køge  Kommune ' };
      const after = await instructor.press(await instructor.open(instructor.home), 'indstillinger$', written);
      expect(after.words).to.include('Hele holdet kommer fra samme kommune: Køge.');
      expect(after.$('#municipality').val()).to.equal('Køge');
      const participant = await world.arrive();
      expect((await participant.open(participant.home)).words, 'for staff alone').to.not.include('Køge');
    });

    it('come back as they were filled in where something is wrong, and nothing is changed', async () => {
      const instructor = await ulla();
      const page = await instructor.press(await instructor.open(instructor.home), 'indstillinger$', {
        ...filled,
        start: 'mandag',
        link: 'webinar.example',
        municipality: 'Køge',
      });
      expect(page.status).to.equal(422);
      expect(
        page
          .$('.error-summary a')
          .toArray()
          .map((a) => page.$(a).attr('href')),
      ).to.deep.equal(['#start', '#link']);
      expect(page.$('#start').val()).to.equal('mandag');
      expect(page.$('#start').attr('type')).to.equal('text');
      expect(page.$('#link').val()).to.equal('webinar.example');
      expect(page.$('#weekday').val()).to.equal('4');
      expect(page.$('#municipality').val()).to.equal('Køge');
      expect(page.$('.settings details').attr('open')).not.to.equal(undefined);
      expect(await world.schedules.of(instructor.room.id)).to.deep.equal(nothingChosen);
    });

    it('say who changed them, and when', async () => {
      const instructor = await ulla();
      const page = await instructor.press(await instructor.open(instructor.home), 'indstillinger$', filled);
      expect(page.words).to.include('Ændret 21.11.2026 kl. 10.42 af Ulla.');
    });

    it('refuse a start with which the class would be removed, keep what was typed, and change nothing', async () => {
      const instructor = await ulla();
      const wrong = { ...filled, start: '22.11.2024' };
      const page = await instructor.press(await instructor.open(instructor.home), 'indstillinger$', wrong);
      expect(page.status).to.equal(422);
      expect(page.words).to.include('at holdet skulle slettes. Se, om året er rigtigt');
      expect(page.$('#start').val()).to.equal('22.11.2024');
      expect(page.$('#link').val()).to.equal(filled.link);
      expect(await world.schedules.of(instructor.room.id)).to.deep.equal(nothingChosen);
      const long = await instructor.press(page, 'indstillinger$', { ...filled, start: '1.11.2025' });
      expect(long.words).to.include('Uge 1 åbner lørdag 1. november.');
    });

    it('stand below the day on which the class is removed, for all staff', async () => {
      expect((await (await ulla()).open((await ulla()).home)).words).not.to.include('slettet');
      world.passTo('2027-12-05T10:00:00Z');
      expect(await world.deps.privacy.retain(false)).to.include({ rooms: 0, waiting: 1 });
      const administrator = await world.arrive({ role: 'administrator', person: { subject: '12', name: '' } });
      const participant = await world.arrive();
      for (const { open, home } of [await ulla(), administrator])
        expect((await open(home)).words).to.include('Holdet bliver slettet tirsdag 4. januar');
      expect((await participant.open(participant.home)).words).not.to.include('slettet');
    });

    it('are nothing to an administrator, whose page says once that there are no grades yet', async () => {
      const administrator = await world.arrive({ role: 'administrator', person: { subject: '12', name: '' } });
      const page = await administrator.open(administrator.home);
      expect(page.words).to.include('Ingen karakterer endnu');
      expect(page.$('#operation'), 'thirty rows of zeros').to.have.length(0);
    });

    for (const role of ['participant', 'administrator'] as const) {
      it(`are not for a ${role}`, async () => {
        const instructor = await ulla();
        const form = await instructor.open(instructor.home);
        const other = await world.arrive({ role, person: { subject: '12', name: '' } });
        const own = await other.open(other.home);
        form.$('input[name=_csrf]').val(own.$('input[name=_csrf]').val() ?? '');
        expect((await other.press(form, 'indstillinger$', filled)).status).to.equal(404);
        expect(await world.schedules.of(instructor.room.id)).to.deep.equal(nothingChosen);
      });
    }
  });
});
