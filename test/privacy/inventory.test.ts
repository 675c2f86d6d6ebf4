import { expect } from 'chai';
import { inventory } from '../../src/features/privacy/inventory/inventory.ts';
import { texts } from '../../src/text/texts.ts';
import { openPreparation, prepareAndSend } from '../support/participant.ts';
import { people } from '../support/platform/startPlatform.ts';
import { startAppAndPlatform } from '../support/app.ts';
import type { OpenedCollection } from '../../src/store/port.ts';

type World = Awaited<ReturnType<typeof startAppAndPlatform>>;

describe('the data inventory', function () {
  this.timeout(60_000);
  let world: World;
  let opened: OpenedCollection[];
  before(async () => {
    world = await startAppAndPlatform();
    const { client, page } = await openPreparation(world.platform, people.mette);
    await prepareAndSend(client, page);
    await world.platform.launch({ person: people.instructor, activity: 'modul-1-forberedelse' });
    const { deps } = world.app;
    const [room = ''] = /(?<=\/rum\/)[^/]+/.exec(page.url) ?? [];
    const [person] = await deps.rooms.people(room);
    const of = { room, person: person?.id ?? '' };
    const field = { question: 'note', kind: 'text', posted: 'x', base: '', page: 'p' } as const;
    for (const notes of [deps.diaryWeeks, deps.symptomCircles, deps.webinarNotes])
      await notes.save({ ...of, part: 'del' }, { fields: [field], dropped: [] });
    await deps.ownLinks.make({ ...of, activity: 'spoergeskema-3-maaneder' });
    await deps.instructorNotes.star(of, { activity: 'a', question: 'q', person: '', sentAt: 0 });
    await deps.replies.send({ room, to: of.person, about: 'a', from: 'i' }, { text: 'Godt', base: '' });
    await deps.replies.noteRead(of, 1);
    const reply = { room, to: of.person, about: 'a', from: 'i', text: 'Godt', sentAt: 1 };
    await deps.greetings.save({ ...of, name: 'Ulla', initials: 'UB', text: 'Godt, du er her' });
    await deps.greetingPictures.save(of, { kind: 'jpg', bytes: Buffer.from('x') });
    await deps.replyThanks.give(of.person, reply);
    await deps.ideas.add({ ...of, question: '', text: 'Hvad kan hjælpe?', state: 'waiting' });
    await deps.ideas.turn(room, true);
    await deps.absences.tell({ ...of, day: '2026-12-01' }, 'aftale');
    await deps.attendances.note({ ...of, week: 1 }, 'came');
    const reading = { room, reader: 'i', role: 'instructor', kind: 'answers', activity: 'a' } as const;
    await deps.auditLog.note({ ...reading, whose: [of.person] });
    await deps.copyLinks.make(of);
    await deps.statementLinks.make({ room, municipality: 'Køge' });
    await deps.prepared.save({ platform: 'p', context: 'c' }, await deps.schedules.of(room));
    await deps.imports.keep([]);
    await deps.schedules.save(room, await deps.schedules.of(room), of.person);
    await deps.reminders.feeds.make({ ...of, language: 'da' });
    await deps.evaluationSteps.change(room, (before) => before);
    opened = deps.store.opened();
  });
  after(() => world.close());

  it('has every collection that is opened, and no other', () => {
    expect(opened.map(({ name }) => name)).to.have.members(inventory.map(({ name }) => name));
  });

  it('has every field that is declared or stored', async () => {
    for (const { name, indexed, encrypted, documents } of opened) {
      const known = Object.keys(inventory.find((entry) => entry.name === name)?.fields ?? {});
      const stored = (await documents.find({ where: {}, limit: 1000 })).items.flatMap(({ doc }) => Object.keys(doc));
      const missing = [...new Set([...indexed, ...encrypted, ...stored])].filter((field) => !known.includes(field));
      expect({ name, missing }).to.deep.equal({ name, missing: [] });
    }
  });

  it('names fields by which a person’s and a room’s documents can be found', () => {
    for (const { name, person, room } of inventory) {
      const indexed = opened.find((one) => one.name === name)?.indexed ?? [];
      expect(indexed).to.include.members([...person, ...(room === undefined ? [] : [room])]);
    }
  });

  it('takes every collection with an indexed person for one that holds something of people', () => {
    const forgotten = opened.filter(
      ({ name, indexed }) =>
        indexed.includes('person') && inventory.find((one) => one.name === name)?.person.length === 0,
    );
    expect(forgotten.map(({ name }) => name)).to.deep.equal([]);
  });

  it('says why, in words, of each field; and every person’s collection is told of on the person’s page', () => {
    for (const { name, purpose, fields, person } of inventory) {
      expect(purpose, name).to.match(/\w/);
      for (const [field, { purpose: why, readers }] of Object.entries(fields)) {
        expect(why, `${name}.${field}`).to.match(/\w/);
        expect(readers, `${name}.${field}`).not.to.have.length(0);
      }
      if (person.length === 0) continue;
      for (const { privacy } of Object.values(texts)) {
        expect(privacy.kept, name).to.have.property(name);
        const shown = Object.keys(fields).filter((field) => fields[field]?.readers.includes('person'));
        expect(Object.keys(privacy.copy.fields), name).to.include.members(shown);
      }
    }
  });
});
