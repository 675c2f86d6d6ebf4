import { expect } from 'chai';
import { openEngine } from '../../../src/store/openStore.ts';
import { command } from '../../cli/command.ts';
import { onEachEngine } from '../support/engines.ts';
import { KEY_A } from '../support/keys.ts';
import { killUnderWay } from '../support/killing.ts';
import { allWords, openResponses, writeOlder } from '../support/olderResponses.ts';

/** More than a page, so that a kill at the first leaves some of it. */
const COUNT = 210;

onEachEngine('npm run migrate', function ({ folder, databaseUrl }) {
  this.timeout(300_000);
  const where = () => ({ databaseUrl: databaseUrl(), dataKeys: [KEY_A] });
  const settings = () => ({
    DATA_DIR: folder(),
    DATABASE_URL: databaseUrl(),
    DATA_KEY: KEY_A,
    TOOL_SECRET: 'x'.repeat(32),
  });
  /** How many of the stored documents have the latest form. */
  const done = async (): Promise<number> => {
    const engine = await openEngine(databaseUrl());
    const table = await engine.table((await engine.shapes()).find(({ name }) => name === 'responses')!);
    const found = await table.find({ where: {}, orderBy: undefined, descending: false, limit: 5000, after: undefined });
    await engine.close();
    return found.filter(({ doc }) => doc['$form'] === 1005).length;
  };

  it('goes on where it was killed, beside people who save, and loses nothing of theirs', async () => {
    await writeOlder(where(), COUNT);
    const responses = await openResponses(where());
    responses.beginSaving(COUNT);
    expect(await killUnderWay('migrate', settings())).to.equal('SIGKILL');
    const before = await done();
    expect(before).to.be.above(0).and.below(COUNT);

    const ended = await command('migrate', settings());
    const saved = await responses.stopSaving();
    expect(ended.code, ended.err).to.equal(0);
    const [, changed] = /^responses: (\d+) of 210 documents written anew, in form 5\.$/m.exec(ended.out) ?? [];
    expect(Number(changed))
      .to.be.above(0)
      .and.at.most(COUNT - before);
    expect(await done()).to.equal(COUNT);
    expect(saved.size).to.be.above(0);
    expect(await responses.drafts()).to.deep.equal(allWords(COUNT, saved));
    const [report] = (await responses.get(0))?.reports ?? [];
    expect(report).to.include({ timestamp: '2026-11-21T23:00:00Z', since: Date.parse('2026-11-21T23:00:00Z') });
    expect(report).to.include({ resourceId: 'modul-1-forberedelse', scoreGiven: 100 });
    await responses.close();
  });
});
