import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect } from 'chai';
import { readConfig } from '../../src/config.ts';
import { openStores } from '../../src/composition/stores.ts';
import type { Deps } from '../../src/deps.ts';
import { inventory } from '../../src/features/privacy/inventory/inventory.ts';
import { openParts } from '../support/app.ts';
import { aLaunch } from '../support/launches.ts';
import { outside } from '../support/outside.ts';
import { onEachEngine } from '../store/support/engines.ts';

const field = { question: 'note', kind: 'text', posted: 'Jeg sover dårligt', base: '', page: 'p' } as const;
const draft = { kind: 'prep', contentVersion: '1', step: '', fields: [field], dropped: [] } as const;

/** Documents with the id of a person, by collection. */
async function leftOf(people: Deps, person: string): Promise<string[]> {
  const found = people.store.opened().flatMap(({ name, documents }) => {
    const fields = inventory.find((entry) => entry.name === name)?.person ?? [];
    return fields.map(async (id) => ((await documents.count({ [id]: person })) > 0 ? [name] : []));
  });
  return (await Promise.all(found)).flat();
}

onEachEngine(
  'saves beside an erasure',
  function (place) {
    this.timeout(120_000);
    let people: Deps;
    let kept: Awaited<ReturnType<typeof openStores>>;
    const settings = () => ({ DATA_DIR: place.folder(), DATABASE_URL: place.databaseUrl() });
    before(async () => {
      people = await openParts(settings());
      kept = await openStores(readConfig(settings()), Date.now);
    });
    after(async () => {
      await kept.store.close();
      await people.close();
    });

    const someone = async (subject: string) => {
      const { person, room } = await people.rooms.enrol(aLaunch({ person: { subject, name: 'Sara' } }));
      return { room: room.id, person: person.id };
    };
    /** Of each kind that people write, a document that is new and one that is there already. */
    const save = (of: { room: string; person: string }, at: number) => {
      const part = String(at % 7);
      return [
        () => kept.responses.saveDraft({ ...of, activity: `a-${part}` }, { ...draft, fields: [field], dropped: [] }),
        () => kept.diaryWeeks.save({ ...of, part }, { fields: [field], dropped: [] }),
        () => kept.absences.tell({ ...of, day: `2026-12-0${part}` }, 'syg'),
        () => kept.replies.send({ room: of.room, to: of.person, about: part, from: 'i' }, { text: 'Godt', base: '' }),
      ][at % 4];
    };

    // Fewer and more than MongoDB's driver has connections: the erasure begins beside them, or waits between them.
    for (const count of [20, 60])
      it(`leave nothing behind where there are ${count} of them`, async () => {
        for (let round = 0; round < 3; round += 1) {
          const of = await someone(`${count}-${round}`);
          const saves = Array.from({ length: count }, (_, at) => save(of, at)?.());
          const erased = people.privacy.erase(of, { by: 'self' });
          await Promise.allSettled([...saves, erased]);
          await erased;
          expect(await leftOf(people, of.person)).to.deep.equal([]);
        }
      });

    it('leave nothing behind where they come after it', async () => {
      const of = await someone('late');
      await people.privacy.erase(of, { by: 'self' });
      for (const at of [0, 1, 2, 3]) {
        const refused = await Promise.resolve(save(of, at)?.()).then(
          () => 'saved',
          (error: unknown) => (error as Error).name,
        );
        expect(refused).to.equal('PersonErased');
      }
      expect(await leftOf(people, of.person)).to.deep.equal([]);
    });

    describe('in another process', () => {
      let other: ChildProcess;
      before(async () => {
        other = fork(join(import.meta.dirname, 'savingBeside.ts'), { env: { ...outside, ...settings() } });
        await once(other, 'message');
      });
      after(async () => {
        const ended = once(other, 'exit');
        other.disconnect();
        await ended;
      });

      it('leave nothing behind, however the two fall together', async () => {
        for (let round = 0; round < 16; round += 1) {
          const of = await someone(`two-${round}`);
          const saved = once(other, 'message');
          other.send({ ...of, activity: 'modul-1-forberedelse' });
          await new Promise((resolve) => setTimeout(resolve, round % 8));
          await people.privacy.erase(of, { by: 'self' });
          await saved;
          expect(await leftOf(people, of.person), `round ${round}`).to.deep.equal([]);
        }
      });
    });
  },
  'block',
);
