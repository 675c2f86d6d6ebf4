import { expect } from 'chai';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../../src/store/openStore.ts';
import { linesOf, printed, startChild } from '../support/children.ts';
import { temporaryFolder } from '../support/folder.ts';
import { KEY_A } from '../support/keys.ts';
import { openNotes } from '../support/note.ts';

const SECRET = 'jeg-tør-ikke-sige-det-højt';

describe('durability of the embedded store', () => {
  const folder = temporaryFolder();
  const path = () => join(folder(), 'store.sqlite');
  const databaseUrl = () => `sqlite:${path()}`;

  // What is on the disk right now; never while this process has the file open (closing it would drop SQLite's locks).
  const rawBytes = (): Buffer =>
    Buffer.concat(
      ['', '-wal'].map((end) => path() + end).flatMap((file) => (existsSync(file) ? readFileSync(file) : [])),
    );

  const killAfter = async (prefix: string, lines: number): Promise<string[]> => {
    const child = startChild('insertForever.ts', [databaseUrl(), prefix, SECRET]);
    return printed(child, (count) => {
      if (count === lines) child.kill('SIGKILL');
    });
  };

  it('loses nothing acknowledged when the process is killed after few writes or many', async () => {
    const acknowledged: string[] = [];
    for (const [round, lines] of [1, 60, 170].entries()) {
      acknowledged.push(...(await killAfter(`round${round}`, lines)));
      const store = await openStore({ databaseUrl: databaseUrl(), dataKeys: [KEY_A] });
      const notes = await openNotes(store);
      for (const key of acknowledged) {
        const found = await notes.get(key);
        expect(found?.doc.text, `${key}, killed after ${lines}`).to.equal(`${SECRET} ${key.split('-')[1]}`);
      }
      // Whole documents only: one more than acknowledged may be there, never half of one.
      const { items } = await notes.find({ where: { room: `round${round}` }, limit: 1000 });
      expect(items.length).to.be.at.least(lines);
      await store.close();
    }
  });

  it('keeps free text off the disk, in the file and in its journal', async () => {
    await killAfter('open-room', 50);
    const bytes = rawBytes();
    // That the plain fields are found shows that the right bytes were searched.
    expect(bytes.includes('open-room')).to.equal(true);
    expect(existsSync(`${path()}-wal`)).to.equal(true);
    for (const part of [SECRET, SECRET.slice(4, 12), 'sige']) expect(bytes.includes(part), part).to.equal(false);
  });

  it('leaves nothing of a deleted document on the disk', async () => {
    const store = await openStore({ databaseUrl: databaseUrl(), dataKeys: [] });
    const schema = { name: 'plain', indexes: [['id']], encrypted: [] } as const;
    const plain = await store.collection<{ id: string }, 'id'>(schema);
    await plain.insert('a', { id: 'erase-me' });
    await plain.insert('b', { id: 'keep-me' });
    await plain.delete('a');
    await store.close();
    expect(rawBytes().includes('keep-me')).to.equal(true);
    expect(rawBytes().includes('erase-me')).to.equal(false);
  });

  it('serves several processes at once: on a file none has made yet, each document claimed by one', async () => {
    const printedLines = await Promise.all(
      ['a', 'b', 'c'].map((prefix) => linesOf('drain.ts', [databaseUrl(), prefix, '60'])),
    );
    const claimed = printedLines.flat();
    expect(claimed).to.have.length(180);
    expect(new Set(claimed).size).to.equal(180);
  });
});
