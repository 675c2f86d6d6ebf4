import { expect } from 'chai';
import { WrongDataKey } from '../../../src/store/errors.ts';
import { fieldCipher, keyIdOf } from '../../../src/store/fieldCipher.ts';
import { openEngine, openStore } from '../../../src/store/openStore.ts';
import { reencrypt } from '../../../src/store/upkeep/reencrypt.ts';
import { command } from '../../cli/command.ts';
import { onEachEngine } from '../support/engines.ts';
import { KEY_A, KEY_B } from '../support/keys.ts';
import { killUnderWay } from '../support/killing.ts';
import { note, openNotes } from '../support/note.ts';
import { allWords, openResponses, writeOlder } from '../support/olderResponses.ts';
import { rejection } from '../support/rejection.ts';

const COUNT = 210;
const [ID_A = '', ID_B = ''] = fieldCipher([KEY_A, KEY_B]).keyIds;

onEachEngine('npm run reencrypt', function ({ folder, databaseUrl }) {
  this.timeout(300_000);
  const where = (...dataKeys: string[]) => ({ databaseUrl: databaseUrl(), dataKeys });
  const settings = (...dataKeys: string[]) => ({
    DATA_DIR: folder(),
    DATABASE_URL: databaseUrl(),
    DATA_KEY: dataKeys.join(','),
    TOOL_SECRET: 'x'.repeat(32),
  });
  /** How many stored values there are of each key, whatever they are in. */
  const valuesByKey = async (): Promise<Record<string, number>> => {
    const counts: Record<string, number> = {};
    const engine = await openEngine(databaseUrl());
    const all = { where: {}, orderBy: undefined, descending: false, limit: 5000, after: undefined };
    for (const shape of await engine.shapes())
      for (const { doc } of await (await engine.table(shape)).find(all))
        for (const id of Object.values(doc).map(keyIdOf)) if (id !== undefined) counts[id] = (counts[id] ?? 0) + 1;
    await engine.close();
    return counts;
  };

  it('goes on where it was killed, beside people who save, until the new key alone is enough', async () => {
    await writeOlder(where(KEY_A), COUNT);
    const both = settings(KEY_B, KEY_A);
    expect((await command('reencrypt', settings(KEY_B))).err).to.match(/missing: key id/);
    const counted = await command('reencrypt', both, '--dry-run');
    expect(counted.out).to.match(/^210 of \d+ documents are encrypted with an older key \(key id [0-9a-f]{8}\)/);

    const responses = await openResponses(where(KEY_B, KEY_A));
    responses.beginSaving(COUNT);
    expect(await killUnderWay('reencrypt', both)).to.equal('SIGKILL');
    const before = await valuesByKey();
    expect(before[ID_A]).to.be.above(0);
    expect(before[ID_B]).to.be.above(0);
    expect(await rejection(openStore(where(KEY_B)))).to.be.instanceOf(WrongDataKey);

    const ended = await command('reencrypt', both);
    const saved = await responses.stopSaving();
    await responses.close();
    expect(ended.code, ended.err).to.equal(0);
    expect(ended.err).to.match(/^responses: \d+ looked at$/m);
    expect(ended.out).to.contain(`Everything is encrypted with the first key (key id ${ID_B}) now.`);
    expect(ended.out).to.contain(`Keep the older one (key id ${ID_A}) apart`);
    expect(await valuesByKey()).to.deep.equal({ [ID_B]: COUNT * 3 + 1 });
    expect((await command('reencrypt', settings(KEY_B))).out).to.match(/DATA_KEY needs no other\.\n$/);

    const later = await openResponses(where(KEY_B));
    expect(saved.size).to.be.above(0);
    expect(await later.drafts()).to.deep.equal(allWords(COUNT, saved));
    await later.close();
  });

  it('keeps the older key where a program still encrypts with it, and where a value was changed from outside', async () => {
    const old = await openStore(where(KEY_A, KEY_B));
    const notes = await openNotes(old);
    for (let n = 0; n < 3; n += 1) await notes.insert(`m${n}`, note());
    const options = { ...where(KEY_B, KEY_A), isDryRun: false };
    let count = 0;
    const late: Promise<unknown>[] = [];
    const overrun = await reencrypt({
      ...options,
      // Before the place that this round has come to.
      progress: () => void late.push(notes.insert(`a${(count += 1)}`, note({ text: 'sent' }))),
    });
    await Promise.all(late);
    expect(overrun).to.include({ isOverrun: true });
    expect(overrun.released).to.deep.equal([]);

    const engine = await openEngine(databaseUrl());
    const table = await engine.table((await engine.shapes()).find(({ name }) => name === 'notes')!);
    const found = await table.get('m0');
    const moved = await notes.insert('other', note({ text: 'a text of another place' })).then(() => table.get('other'));
    await table.rewrite('m0', found?.version ?? 0, { ...found?.doc, text: moved?.doc['text'] });
    const changed = await reencrypt({ ...options, progress: () => undefined });
    expect(changed.documents.unreadable).to.equal(1);
    expect(changed.released).to.deep.equal([]);
    expect(await rejection(openStore(where(KEY_B)))).to.be.instanceOf(WrongDataKey);
    await table.delete('m0');
    expect((await reencrypt({ ...options, progress: () => undefined })).released).to.deep.equal([ID_A]);
    await engine.close();
    await old.close();
    const later = await openStore(where(KEY_B));
    expect((await (await openNotes(later)).get('a1'))?.doc.text).to.equal('sent');
    await later.close();
  });
});
