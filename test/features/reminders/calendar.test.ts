import { expect } from 'chai';
import { makeDone } from './answers.ts';
import { withWebinar, withSara, type RemindersWorld, type Visitor } from './world.ts';

describe('the personal calendar', function () {
  this.timeout(30_000);
  let world: RemindersWorld;
  let sara: Visitor;
  withSara((given) => ({ world, sara } = given));
  const make = async () => (await sara.post('kalender', { handling: 'ny' })).$('#adresse').attr('value') ?? '';

  it('is an address with 128 bits, shown once', async () => {
    const page = await sara.post('kalender', { handling: 'ny' });
    const link = page.$('#adresse').attr('value') ?? '';
    expect(link).to.match(/^http:\/\/localhost:\d+\/kalender\/[\w-]{22}\.ics$/);
    expect(page.$('a.button').attr('href')).to.equal(link.replace('http:', 'webcal:'));
    expect((await sara.show()).$.html()).not.to.include('.ics');
  });

  it('holds what lies ahead, in neutral words', async () => {
    const answer = await fetch(await make());
    expect(answer.headers.get('content-type')).to.equal('text/calendar; charset=utf-8');
    const file = await answer.text();
    expect(file.match(/SUMMARY:Onlinemøde/g)).to.have.length(3);
    expect(file.match(/SUMMARY:Ny uge i kursusrummet/g)).to.have.length(3);
    expect(file.match(/SUMMARY:Husk forberedelsen/g)).to.have.length(3);
    expect(file).to.include('DTSTART:20261203T090000Z').and.include('DTSTART:20261130T080000Z');
    expect(file).not.to.match(/Prøve|Hold 7|Sara/);
    await makeDone(world, sara, ['modul-1-forberedelse', 'modul-1-mere']);
  });

  it('no longer asks for a preparation that is sent', async () => {
    const link = await make();
    await makeDone(world, sara, ['modul-1-forberedelse', 'modul-1-mere']);
    expect((await (await fetch(link)).text()).match(/SUMMARY:Husk forberedelsen/g)).to.have.length(2);
  });

  it('need not be fetched again where nothing has changed', async () => {
    const link = await make();
    const etag = (await fetch(link)).headers.get('etag') ?? '';
    world.pass(3_600_000);
    const ask = () => fetch(link, { headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' } });
    expect((await ask()).status).to.equal(304);
    await world.schedules.save(sara.room, { ...withWebinar, webinar: { weekday: 5, time: '10:00' } }, 'ulla');
    expect((await ask()).status).to.equal(200);
  });

  it('has a neutral name, so that no calendar is called by its secret address', async () => {
    const file = await (await fetch(await make())).text();
    expect(file).to.include('\r\nNAME:Mine tider\r\nX-WR-CALNAME:Mine tider\r\n');
  });

  for (const [name, before] of Object.entries({
    dates: withWebinar,
    'no dates': { ...withWebinar, start: '', pace: 'all' as const },
  })) {
    it(`tells of a webinar that is moved, in a class with ${name}: the same id, a later revision`, async () => {
      await world.schedules.save(sara.room, before, 'ulla');
      const link = await make();
      const first = async () => {
        const [, event = ''] = (await (await fetch(link)).text()).split('BEGIN:VEVENT');
        const line = (of: string) => new RegExp(`^${of}:(.*)$`, 'm').exec(event)?.[1]?.trim() ?? '';
        return {
          id: line('UID'),
          begins: line('DTSTART'),
          at: line('LAST-MODIFIED'),
          stamp: line('DTSTAMP'),
          revision: Number(line('SEQUENCE')),
        };
      };
      const one = await first();
      world.pass(60_000);
      await world.schedules.save(sara.room, { ...before, webinar: { weekday: 5, time: '11:30' } }, 'ulla');
      const other = await first();
      expect(other.id)
        .to.equal(one.id)
        .and.match(/^\w{32}@/);
      expect(other.begins).not.to.equal(one.begins);
      expect(other.revision).to.equal(one.revision + 60);
      expect(other.at > one.at && other.stamp > one.stamp).to.equal(true);
    });
  }

  it('stops working when a new one is made, and when it is turned off', async () => {
    const first = await make();
    const second = await make();
    expect((await fetch(first)).status).to.equal(404);
    expect((await fetch(second)).status).to.equal(200);
    expect((await sara.post('kalender', { handling: 'stop' })).words).to.include('Kalenderen er slået fra');
    expect((await fetch(second)).status).to.equal(404);
  });

  it('is not found by a wrong address, and not asked for without end', async () => {
    const origin = world.origin;
    for (const file of ['AAAAAAAAAAAAAAAAAAAAAA.ics', 'x.ics', 'x', '%00.ics', `${'a'.repeat(5000)}.ics`]) {
      expect((await fetch(`${origin}/kalender/${file}`)).status).to.equal(404);
    }
    const many = await Promise.all(Array.from({ length: 130 }, () => fetch(`${origin}/kalender/x.ics`)));
    expect(many.map(({ status }) => status)).to.include(429);
  });
});
