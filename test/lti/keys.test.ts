import { expect } from 'chai';
import { until } from '../support/waiting.ts';
import { enter, type LaunchChanges } from './support/launching.ts';
import { type Lms, makeSigningKey, startLms } from './support/lms.ts';
import { modelOf, startTool, type Tool } from './support/tool.ts';

/** A token of the tool's own hour, where a test has moved its clock. */
function at(tool: Tool): LaunchChanges {
  const now = Math.floor(tool.clock.now / 1000);
  return { payload: (payload) => ({ ...payload, iat: now, exp: now + 60 }) };
}

describe('keys', () => {
  let lms: Lms;
  let tool: Tool;
  beforeEach(async () => {
    [lms, tool] = await Promise.all([startLms(), startTool()]);
    await tool.lti.platforms.add(lms.facts);
  });
  afterEach(() => Promise.all([lms.close(), tool.close()]));

  const status = async (changes = {}): Promise<number> => (await enter(lms, tool, changes)).status;

  it('that the platform rotates work at once', async () => {
    expect(await status()).to.equal(303);
    const key = await makeSigningKey();
    lms.published.splice(0, 1, key.jwk);
    expect(await status({ key })).to.equal(303);
    expect(lms.countOf('/keys')).to.equal(2);
  });

  it('that the platform rotates work at once, also just after a token with a key of nobody', async () => {
    expect(await status()).to.equal(303);
    expect(await status({ key: await makeSigningKey() })).to.equal(401);
    const key = await makeSigningKey();
    lms.published.splice(0, 1, key.jwk);
    expect(await status({ key })).to.equal(303);
  });

  it('that are made up cost the platform a few requests per interval', async () => {
    expect(await status()).to.equal(303);
    const stranger = await makeSigningKey();
    for (let count = 0; count < 10; count += 1) expect(await status({ key: stranger })).to.equal(401);
    expect(lms.countOf('/keys')).to.equal(1 + 5);
    tool.clock.now += 31_000;
    await Promise.all(Array.from({ length: 10 }, () => status({ key: stranger })));
    expect(lms.countOf('/keys'), 'those who come together share one').to.be.within(1 + 5 + 1, 1 + 5 + 5);
  });

  it('are asked for again beside a launch that goes on', async () => {
    expect(await status()).to.equal(303);
    tool.clock.now += 50_000;
    expect(await status(at(tool))).to.equal(303);
    expect(lms.countOf('/keys')).to.equal(1);
    tool.clock.now += 20_000;
    expect(await status(at(tool))).to.equal(303);
    await until('the keys are asked for again', () => lms.countOf('/keys') === 2);
  });

  const minute = 60_000;
  for (const [after, use] of [
    ['two minutes', [2]],
    ['an hour in which no one came', [60]],
    ['two minutes of launches, one a minute', [1, 1, 1]],
  ] as const) {
    it(`that were withdrawn open nothing after ${after}`, async () => {
      expect(await status()).to.equal(303);
      const old = lms.key;
      lms.published.splice(0, 1, (await makeSigningKey()).jwk);
      let last = 0;
      for (const minutes of use) {
        tool.clock.now += minutes * minute;
        last = await status({ ...at(tool), key: old });
      }
      expect(last).to.equal(401);
    });
  }

  it('that were put under the same id work within two minutes, and the one before does not', async () => {
    expect(await status()).to.equal(303);
    const other = await makeSigningKey();
    const { kid } = lms.key;
    lms.published.splice(0, 1, { ...other.jwk, kid });
    tool.clock.now += 2 * minute;
    expect(await status({ ...at(tool), key: { ...other, kid } })).to.equal(303);
    expect(await status({ ...at(tool), key: lms.key })).to.equal(401);
  });

  it('are good for a quarter of an hour while the platform does not give them, and no longer', async () => {
    expect(await status()).to.equal(303);
    lms.replies.set('/keys', [{ status: 503 }]);
    tool.clock.now += 14 * minute;
    expect(await status(at(tool))).to.equal(303);
    tool.clock.now += 2 * minute;
    const refused = await enter(lms, tool, at(tool));
    expect(refused.status).to.equal(503);
    expect(modelOf(await refused.text())['code']).to.equal('keys-unavailable');
  });

  it('never had: the page says to wait, and the next launch works', async () => {
    const [whole] = lms.replies.get('/keys')!;
    lms.replies.set('/keys', [{ status: 200, body: 'not json' }]);
    const refused = await enter(lms, tool);
    expect(refused.status).to.equal(503);
    expect(modelOf(await refused.text())['code']).to.equal('keys-unavailable');
    lms.replies.set('/keys', [whole!]);
    tool.clock.now += 6_000;
    expect(await status()).to.equal(303);
  });

  it('too weak, or not for signing, are not taken', async () => {
    const { n: _strong, ...rest } = lms.key.jwk;
    lms.published.splice(0, 1, { ...rest, n: 'AQAB' }, { ...lms.key.jwk, use: 'enc' });
    expect(await status()).to.equal(401);
  });

  it('of our own are published with leave to remember them, the old beside the new', async () => {
    const read = async (): Promise<{ kid: string; alg: string; use: string; d?: string }[]> => {
      const response = await fetch(`${tool.url}/lti/keys`);
      expect(response.headers.get('cache-control')).to.equal('public, max-age=300');
      return ((await response.json()) as { keys: { kid: string; alg: string; use: string }[] }).keys;
    };
    const [before] = await read();
    expect(before).to.include({ alg: 'RS256', use: 'sig' }).and.not.have.property('d');
    const [platform] = await tool.lti.platforms.list();
    await tool.lti.platforms.rotateKeys(platform!.id);
    const after = await read();
    expect(after).to.have.length(2);
    expect(after.map(({ kid }) => kid)).to.include(before!.kid);
  });
});
