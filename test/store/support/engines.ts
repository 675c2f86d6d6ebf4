import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { describeWithMongo, mongoForBlock } from '../../support/mongo.ts';
import { temporaryFolder } from './folder.ts';

/** Where a test's store is: a data folder of its own, and the address of an empty database. */
interface Place {
  folder: () => string;
  databaseUrl: () => string;
  /** Every byte of what the engine has on disk, journals included; from MongoDB each document besides. */
  dump: () => Promise<Buffer[]>;
}

/** Each file below a folder. */
function bytesIn(folder: string): Buffer[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
}

/** A server may press its files together; its answers are as they were stored. */
async function documentsIn(databaseUrl: string): Promise<Buffer[]> {
  const connection = await mongoose.createConnection(databaseUrl).asPromise();
  const names = (await connection.listCollections()).map(({ name }) => name);
  const found = await Promise.all(names.map((name) => connection.collection(name).find().toArray()));
  await connection.close();
  return found.map((documents) => Buffer.from(JSON.stringify(documents)));
}

type Body = (this: Mocha.Suite, place: Place) => void;

/**
 * The same tests on each engine: a file, and a server over its wire protocol. Each test has a database of its own, or
 * all of the block have one.
 */
export function onEachEngine(title: string, body: Body, per: 'test' | 'block' = 'test'): void {
  describe(`${title}: SQLite`, function () {
    const folder = temporaryFolder(per);
    body.call(this, {
      folder,
      databaseUrl: () => `sqlite:${join(folder(), 'store.sqlite')}`,
      dump: () => Promise.resolve(bytesIn(folder())),
    });
  });
  describeWithMongo(`${title}: MongoDB`, function () {
    const folder = temporaryFolder(per);
    const mongo = mongoForBlock();
    let url = '';
    (per === 'test' ? beforeEach : before)(() => {
      url = mongo().database();
    });
    const dump = async () => [...bytesIn(mongo().folder ?? folder()), ...(await documentsIn(url))];
    body.call(this, { folder, databaseUrl: () => url, dump });
  });
}
