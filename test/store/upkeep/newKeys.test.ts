import { once } from 'node:events';
import { join } from 'node:path';
import { expect } from 'chai';
import { command, platformCommand } from '../../cli/command.ts';
import { openPreparation, prepareAndSend } from '../../support/participant.ts';
import { people, startPlatform } from '../../support/platform/startPlatform.ts';
import { freePort } from '../../support/ports.ts';
import { run, startProduct } from '../../support/product.ts';
import { until } from '../../support/waiting.ts';
import { temporaryFolder } from '../support/folder.ts';
import { KEY_A, KEY_B } from '../support/keys.ts';

/** What a start that cannot succeed says; it is expected to end by itself. */
async function refusal(settings: Record<string, string>): Promise<string> {
  const child = run(settings);
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  expect(code).to.equal(1);
  return said;
}

describe('the keys of a program that people use', function () {
  this.timeout(180_000);
  const folder = temporaryFolder();

  it('are said to be wrong at the start, and are exchanged without a word being lost', async () => {
    const port = String(await freePort());
    const settings = (dataKey: string, toolSecret: string) => ({
      DATA_DIR: join(folder(), 'data'),
      DATA_KEY: dataKey,
      TOOL_SECRET: toolSecret,
      PORT: port,
      TOOL_URL: `http://localhost:${port}`,
      SANDBOX: 'off',
    });
    const [secret, other] = ['s'.repeat(32), 'o'.repeat(32)];
    const platform = await startPlatform({ toolUrl: `http://localhost:${port}` });
    let product = await startProduct(settings(KEY_A, secret));
    await platform.registerWithTool();
    const { client, page } = await openPreparation(platform, people.mette);
    await prepareAndSend(client, page);
    await product.stop();

    expect(await refusal(settings(KEY_B, secret))).to.match(/^DATA_KEY does not hold every key .*\n$/);
    const wrong = await refusal(settings(KEY_A, other));
    expect(wrong)
      .to.match(/^TOOL_SECRET is not the one/)
      .and.not.contain('    at ');
    const [, id = ''] = /withdraw-keys (\S+)/.exec(wrong) ?? [];

    expect((await command('reencrypt', settings(`${KEY_B},${KEY_A}`, secret))).code).to.equal(0);
    expect((await platformCommand(settings(KEY_B, other), ['withdraw-keys', id])).err).to.equal('');
    product = await startProduct(settings(KEY_B, other));
    expect((await openPreparation(platform, people.mette)).page.html).to.include('Mere ro i hverdagen');
    const jens = await openPreparation(platform, people.jens);
    await prepareAndSend(jens.client, jens.page);
    await until('both scores are told', async () => (await platform.course.grades()).length === 2);
    await product.remove();
    await platform.close();
  });
});
