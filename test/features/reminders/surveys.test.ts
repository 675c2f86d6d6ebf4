import { expect } from 'chai';
import type { Courses } from '../../../src/content/course.ts';
import { shippedCourse } from '../../support/shippedCourse.ts';
import { visitor } from '../../activities/survey/visitor.ts';
import { choices, remindersWorld, turnOnEmail, withWebinar, type RemindersWorld, type Visitor } from './world.ts';

/** The course of eight weeks begins on 30 November 2026 and is over on 25 January; the last survey is for 25 April. */
const dated = { ...withWebinar, rhythm: '' };
const followUp = 'spoergeskema-3-maaneder';

describe('reminders of surveys', function () {
  this.timeout(30_000);
  let world: RemindersWorld;
  let sara: Visitor;
  let courses: Courses;
  before(async () => {
    courses = await shippedCourse();
  });
  beforeEach(async () => {
    world = await remindersWorld({ courses });
    sara = await world.arrive();
    await world.schedules.save(sara.room, dated, 'ulla');
    await turnOnEmail(world, sara, { ...choices, hvad: 'survey' });
  });
  afterEach(() => world.close());

  const lines = () => world.mail.mails.map(({ text }) => /^.*spørgsmål.*$/m.exec(text)?.[0]);
  const workAt = async (time: string) => {
    world.passTo(time);
    await world.work();
    await world.work();
  };
  const write = (activity: string, how: 'save' | 'send') => {
    const change = { kind: 'survey' as const, contentVersion: 'v1', step: '', fields: [], dropped: [] };
    const at = { room: sara.room, person: sara.person, activity };
    return how === 'send' ? world.responses.send(at, change, () => true) : world.responses.saveDraft(at, change);
  };
  const linkIn = (text = ''): string => /\/svar\/[\w-]{22}/.exec(text)?.[0] ?? '';

  it('come on the day and once a week later, and no third time', async () => {
    await workAt('2026-11-30T08:59Z');
    expect(lines()).to.deep.equal([]);
    await workAt('2026-11-30T09:00Z');
    expect(lines()).to.deep.equal(['Der er nogle spørgsmål til dig.']);
    await workAt('2026-12-06T12:00Z');
    expect(lines()).to.have.length(1);
    await workAt('2026-12-07T09:00Z');
    expect(lines()).to.have.length(2);
    await workAt('2026-12-20T12:00Z');
    expect(lines()).to.have.length(2);
    expect(world.mail.mails[0]?.text).to.include('Log ind, som du plejer.').and.not.include('/svar/');
  });

  it('do not come where it is sent, nor to someone who has asked for other things alone', async () => {
    await write('spoergeskema-foer', 'send');
    await workAt('2026-11-30T09:00Z');
    expect(lines()).to.deep.equal([]);
    sara = await world.arrive();
    await sara.post('email/valg', { ...choices, hvad: 'preparation' });
    await workAt('2027-01-18T12:00Z');
    expect(lines()).not.to.include('Der er nogle spørgsmål til dig.');
  });

  it('leave someone who has begun in peace for two days, also in a class without dates', async () => {
    await world.schedules.save(sara.room, { ...dated, start: '' }, 'ulla');
    await write('spoergeskema-foer', 'save');
    await workAt('2026-11-29T12:00Z');
    expect(lines()).to.deep.equal([]);
    await workAt('2026-11-30T09:00Z');
    await workAt('2026-12-07T09:00Z');
    await workAt('2026-12-21T09:00Z');
    expect(lines()).to.have.length(2);
  });

  describe('three months after the course', () => {
    beforeEach(async () => {
      for (const id of ['spoergeskema-foer', 'spoergeskema-efter']) await write(id, 'send');
      world.members.list = ['another'];
    });

    it('bring a link that opens the survey without the course room, though nobody is on its list any more', async () => {
      await workAt('2027-04-24T12:00Z');
      expect(lines()).to.deep.equal([]);
      await workAt('2027-04-25T08:00Z');
      expect(lines()).to.deep.equal(['Der er nogle spørgsmål til dig.']);
      const { text = '' } = world.mail.mails[0] ?? {};
      expect(text).not.to.include('Log ind');
      const browser = visitor(world.origin);
      const door = await browser.open(linkIn(text));
      expect(door.h1).to.equal('Godt at se dig igen');
      expect(world.log()).to.include('/svar/…').and.not.include(linkIn(text).slice(6));
      await write(followUp, 'send');
      await workAt('2027-05-02T08:00Z');
      expect(lines()).to.have.length(1);
      expect((await browser.open(linkIn(text))).h1).to.equal('Tak, du har svaret');
    });

    it('leave a link by own hand as it is, and stop working when a new one is made by hand', async () => {
      const of = { room: sara.room, person: sara.person, activity: followUp };
      const { token: own } = await world.ownLinks.make(of);
      await workAt('2027-04-25T08:00Z');
      const sent = linkIn(world.mail.mails[0]?.text).slice(6);
      expect((await world.ownLinks.find(own))?.replaced).to.equal(false);
      expect((await world.ownLinks.find(sent))?.replaced).to.equal(false);
      world.pass(1000);
      await world.ownLinks.make(of);
      expect((await world.ownLinks.find(sent))?.replaced).to.equal(true);
    });

    it('make no link that did not go out, and none works for more than 30 days', async () => {
      world.mail.trouble = 'later';
      await workAt('2027-04-25T08:00Z');
      expect(lines()).to.deep.equal([]);
      world.mail.trouble = 'none';
      await workAt('2027-04-25T09:00Z');
      const sent = linkIn(world.mail.mails[0]?.text).slice(6);
      expect(await world.ownLinks.find(sent)).not.to.equal(undefined);
      world.passTo('2027-05-26T12:00Z');
      expect(await world.ownLinks.find(sent)).to.equal(undefined);
    });

    it('do not come where the platform is shut out, where links and calendars of one’s own open nothing either', async () => {
      await workAt('2027-04-25T08:00Z');
      const svar = linkIn(world.mail.mails[0]?.text);
      const { token } = await world.ownLinks.make({ room: sara.room, person: sara.person, activity: followUp });
      const kalender = `/kalender/${await world.reminders.feeds.make({ ...sara, language: 'da' })}.ics`;
      const paths = [svar, `/svar/${token}`, kalender];
      const statuses = () => Promise.all(paths.map(async (path) => (await fetch(world.origin + path)).status));
      // The one in the message has been replaced by the one by own hand, a moment later or not.
      expect((await statuses()).slice(1)).to.deep.equal([200, 200]);
      await world.shutOut();
      await workAt('2027-05-02T08:00Z');
      expect(lines()).to.have.length(1);
      expect(await statuses()).to.deep.equal([404, 404, 404]);
    });
  });
});
