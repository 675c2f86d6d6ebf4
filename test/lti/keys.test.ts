import { expect } from 'chai';
import { enter } from './support/launching.ts';
import { type Lms, makeSigningKey, startLms } from './support/lms.ts';
import { modelOf, startTool, type Tool } from './support/tool.ts';

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
    tool.clock.now += 31_000;
    expect(await status({ key })).to.equal(303);
    expect(lms.countOf('/keys')).to.equal(2);
  });

  it('that are made up cost the platform one request per interval', async () => {
    const stranger = await makeSigningKey();
    for (let count = 0; count < 5; count += 1) expect(await status({ key: stranger })).to.equal(401);
    expect(lms.countOf('/keys')).to.equal(1);
    tool.clock.now += 31_000;
    await Promise.all(Array.from({ length: 5 }, () => status({ key: stranger })));
    expect(lms.countOf('/keys')).to.equal(2);
  });

  it('are remembered while the platform does not give them', async () => {
    expect(await status()).to.equal(303);
    lms.replies.set('/keys', [{ status: 503 }]);
    tool.clock.now += 90_000;
    expect(await status()).to.equal(303);
  });

  it('never had: the page says to wait, and the next launch works', async () => {
    const [whole] = lms.replies.get('/keys')!;
    lms.replies.set('/keys', [{ status: 200, body: 'not json' }]);
    const refused = await enter(lms, tool);
    expect(refused.status).to.equal(503);
    expect(modelOf(await refused.text())['code']).to.equal('keys-unavailable');
    lms.replies.set('/keys', [whole!]);
    tool.clock.now += 31_000;
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
