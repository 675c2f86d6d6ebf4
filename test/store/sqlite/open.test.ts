import { expect } from 'chai';
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CannotOpenStore } from '../../../src/store/errors.ts';
import { explainOpenFailure } from '../../../src/store/sqlite/explain.ts';
import { openDatabase } from '../../../src/store/sqlite/open.ts';
import { databasePath } from '../../../src/store/sqlite/path.ts';
import { temporaryFolder } from '../support/folder.ts';

function mode(path: string): number {
  return statSync(path).mode & 0o777;
}

describe('the address of the embedded store', () => {
  it('is a path as it is written, or memory', () => {
    expect(databasePath('sqlite:./data/store.sqlite')).to.equal(resolve('data/store.sqlite'));
    expect(databasePath('sqlite:data/å %20?x.sqlite')).to.equal(resolve('data/å %20?x.sqlite'));
    expect(databasePath('sqlite:/srv/store.sqlite')).to.equal('/srv/store.sqlite');
    expect(databasePath('sqlite:///srv/store.sqlite')).to.equal('/srv/store.sqlite');
    expect(databasePath('sqlite::memory:')).to.equal(':memory:');
  });

  for (const url of ['sqlite:', 'sqlite://data/store.sqlite', 'sqlite:./data/'])
    it(`refuses ${url}`, () => {
      expect(() => databasePath(url)).to.throw(CannotOpenStore, 'DATABASE_URL must name a file');
    });
});

describe('openDatabase', () => {
  const folder = temporaryFolder();
  const path = () => join(folder(), 'data', 'store.sqlite');
  const failure = (at: string): string => {
    try {
      openDatabase(at).close();
    } catch (error) {
      if (error instanceof CannotOpenStore) return error.message;
      throw error;
    }
    throw new Error('It was opened.');
  };

  it('opens a connection whose writes are durable', () => {
    const database = openDatabase(path());
    const pragma = (name: string) => Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
    expect(pragma('journal_mode')).to.equal('wal');
    expect(pragma('synchronous'), 'FULL').to.equal(2);
    expect(pragma('busy_timeout')).to.equal(5000);
    expect(pragma('secure_delete')).to.equal(1);
    database.close();
  });

  it('lets only its own user read the folder and the files', () => {
    const database = openDatabase(path());
    database.exec('CREATE TABLE t (a)');
    expect(mode(join(folder(), 'data'))).to.equal(0o700);
    for (const file of ['', '-wal', '-shm']) expect(mode(path() + file), file).to.equal(0o600);
    database.close();
  });

  it('closes a file that others could read', () => {
    openDatabase(path()).close();
    chmodSync(path(), 0o644);
    openDatabase(path()).close();
    expect(mode(path())).to.equal(0o600);
  });

  it('opens a file that is open already, and both see each other', () => {
    const one = openDatabase(path());
    const other = openDatabase(path());
    one.exec('CREATE TABLE t (a); INSERT INTO t VALUES (1)');
    expect({ ...other.prepare('SELECT a FROM t').get() }).to.deep.equal({ a: 1 });
    one.close();
    other.close();
  });

  it('refuses a file that is not a database, and leaves it as it was', () => {
    const text = join(folder(), 'notes.txt');
    writeFileSync(text, 'Dette er ikke en database. '.repeat(100), { mode: 0o644 });
    expect(failure(text)).to.contain(text).and.to.contain('not a database');
    expect(readFileSync(text, 'utf8')).to.equal('Dette er ikke en database. '.repeat(100));
    expect(mode(text)).to.equal(0o644);
  });

  it("refuses another program's database, and leaves it as it was", () => {
    const other = join(folder(), 'other.sqlite');
    const database = new DatabaseSync(other);
    database.exec('CREATE TABLE theirs (a)');
    database.close();
    const before = readFileSync(other);
    expect(failure(other)).to.contain("another program's database");
    expect(readFileSync(other).equals(before)).to.equal(true);
  });

  it('refuses a file that a newer version wrote', () => {
    const database = openDatabase(path());
    database.exec('PRAGMA user_version = 4');
    database.close();
    expect(failure(path())).to.contain('newer version');
  });

  it('says so where the file is a folder, or a part of its path is a file', () => {
    mkdirSync(path(), { recursive: true });
    expect(failure(path())).to.contain('cannot be opened');
    writeFileSync(join(folder(), 'file'), '');
    expect(failure(join(folder(), 'file', 'store.sqlite'))).to.contain('is a file, not a folder');
  });

  it('says so where another program holds the file locked', () => {
    const file = join(folder(), 'locked.sqlite');
    openDatabase(file).close();
    const holder = new DatabaseSync(file);
    holder.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    const other = new DatabaseSync(file, { timeout: 0 });
    expect(() => other.prepare('SELECT count(*) FROM sqlite_schema').get())
      .to.throw()
      .and.satisfy((error: unknown) => explainOpenFailure(file, error).includes('holds it locked'));
    other.close();
    holder.close();
  });

  it('says so where the disk is read-only', () => {
    openDatabase(path()).close();
    const readOnly = new DatabaseSync(path(), { readOnly: true });
    expect(() => readOnly.exec('PRAGMA user_version = 1'))
      .to.throw()
      .and.satisfy((error: unknown) => explainOpenFailure(path(), error).includes('read-only'));
    readOnly.close();
  });
});
