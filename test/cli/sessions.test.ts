import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { load } from 'cheerio';
import { openPreparation } from '../support/participant.ts';
import { people, startPlatform, type Platform } from '../support/platform/startPlatform.ts';
import { createWebClient, type WebClient } from '../support/platform/webClient.ts';
import { startProduct, type Product } from '../support/product.ts';
import { command, platformCommand } from './command.ts';

describe('npm run sessions', function () {
  this.timeout(90_000);
  let product: Product;
  let platform: Platform;
  let folder: string;
  let settings: Record<string, string>;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sessions-'));
    writeFileSync(join(folder, 'clock'), '0');
    product = await startProduct({ SANDBOX: 'off' }, { clock: join(folder, 'clock') });
    settings = { DATA_DIR: product.dataDir, TOOL_URL: product.url };
    platform = await startPlatform({ toolUrl: product.url });
    await platform.registerWithTool();
  });
  after(async () => {
    await platform.close();
    await product.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (person: string) => {
    const { client, page } = await openPreparation(platform, person);
    return { client, url: page.url, room: /(?<=\/rum\/)[^/]+/.exec(page.url)?.[0] ?? '' };
  };
  const statusOf = async ({ client, url }: { client: WebClient; url: string }) => (await client.get(url)).status;

  it('ends those of a person, of a room, and everyone’s, beside the running server', async () => {
    const [mette, jens] = [await open(people.mette), await open(people.jens)];
    const list = await command('person', settings, 'list', mette.room);
    const id = /^([\w-]{22}) +1 /m.exec(list.out)?.[1] ?? '';
    expect(await command('sessions', settings, 'end', '--person', id)).to.deep.include({ code: 0, err: '' });
    expect([await statusOf(mette), await statusOf(jens)]).to.deep.equal([401, 200]);
    expect((await command('sessions', settings, 'end', '--room', jens.room)).code).to.equal(0);
    expect(await statusOf(jens)).to.equal(401);

    const again = await open(people.jens);
    const operator = createWebClient();
    const link = (await platformCommand(settings, ['page'])).out.match(/http\S+/)?.[0] ?? '';
    const page = await operator.follow(await operator.submit(await operator.get(link)));
    expect(page.status).to.equal(200);
    expect(await statusOf(again)).to.equal(200);
    expect((await command('sessions', settings, 'end')).out).to.include('Everyone is signed out');
    expect((await operator.get(page.url)).status).to.equal(401);
    // The running server looks again within half a minute.
    writeFileSync(join(folder, 'clock'), '31000');
    expect(await statusOf(again)).to.equal(401);
    const last = await open(people.jens);
    expect(load((await last.client.get(last.url)).html)('h1').text()).not.to.equal('');
    expect(await statusOf(last)).to.equal(200);
  });

  it('says how it is written, and whom it does not know', async () => {
    for (const words of [[], ['stop'], ['end', '--room'], ['end', '--all', 'x'], ['end', '--room', 'a', 'b']])
      expect(await command('sessions', settings, ...words), words.join(' ')).to.deep.include({ code: 2, out: '' });
    const unknown = await command('sessions', settings, 'end', '--person', 'findes-ikke');
    expect(unknown).to.deep.equal({ code: 1, out: '', err: 'There is no person with this id.\n' });
  });
});
