import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'chai';
import { openPreparation, prepareAndSend } from '../support/participant.ts';
import { people, startPlatform, type Platform } from '../support/platform/startPlatform.ts';
import { startProduct, type Product } from '../support/product.ts';
import { untilLogged } from '../support/waiting.ts';

const WORDS = 'Mere ro i hverdagen';

describe('someone who writes to the database and has no key', function () {
  this.timeout(120_000);
  let product: Product;
  let platform: Platform;
  beforeEach(async () => {
    product = await startProduct({ SANDBOX: 'off' });
    platform = await startPlatform({ toolUrl: product.url });
    await platform.registerWithTool();
  });
  afterEach(async () => {
    await product.remove();
    await platform.close();
  });

  const inDatabase = (sql: string, ...values: string[]) => {
    const database = new DatabaseSync(join(product.dataDir, 'store.sqlite'));
    const { changes } = database.prepare(sql).run(...values);
    database.close();
    expect(Number(changes)).to.be.greaterThan(0);
  };

  it('does not read another’s words by making them their own', async () => {
    const mette = await openPreparation(platform, people.mette);
    await prepareAndSend(mette.client, mette.page);
    const jens = await openPreparation(platform, people.jens);
    const room = /\/rum\/([^/]+)\//.exec(jens.page.url)?.[1] ?? '';
    const copy = () => jens.client.get(`${product.url}/rum/${room}/mine-data/kopi.json`);
    expect((await copy()).status).to.equal(200);
    inDatabase(
      `UPDATE responses SET doc = json_set(doc, '$.person',
         (SELECT doc ->> '$.id' FROM people WHERE doc ->> '$.number' = 2))`,
    );
    const seen = await copy();
    expect(seen.status).to.equal(500);
    expect(seen.html).not.to.include(WORDS);
    await untilLogged(product, 'A document of responses was made or changed outside this program');
    expect(product.output()).not.to.include(WORDS);
  });

  it('does not become an instructor, nor open a page of the operator’s', async () => {
    const { client, page } = await openPreparation(platform, people.mette);
    const room = /\/rum\/([^/]+)\//.exec(page.url)?.[1] ?? '';
    inDatabase(`UPDATE people SET doc = json_set(doc, '$.role', 'instructor')`);
    expect((await client.get(`${product.url}/rum/${room}/`)).status).to.equal(500);

    const secret = randomBytes(24).toString('base64url');
    inDatabase(
      'INSERT INTO operator_sessions (key, version, doc) VALUES (?, 1, ?)',
      createHash('sha256').update(secret).digest('base64url'),
      JSON.stringify({ expiresAt: Date.now() + 3_600_000 }),
    );
    const opened = await fetch(`${product.url}/drift`, { headers: { cookie: `drift=${secret}` } });
    expect(opened.status).to.equal(500);
  });
});
