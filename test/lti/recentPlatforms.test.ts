import { expect } from 'chai';
import { openPlatforms, type Platforms } from '../../src/lti/platforms/platforms.ts';
import { RECENT, recentPlatforms } from '../../src/lti/platforms/recent.ts';
import { createSecretBox } from '../../src/lti/secretBox.ts';
import { factsOf } from '../support/testApp.ts';
import { memoryStore } from './support/tool.ts';

describe('platforms kept for a few seconds', () => {
  const at = { now: Date.UTC(2026, 10, 23) };
  const clock = () => at.now;
  let here: Platforms;
  /** Another process on the same store. */
  let there: Platforms;
  let id: string;

  beforeEach(async () => {
    const store = await memoryStore();
    const box = createSecretBox('a secret that is long enough for a test');
    there = await openPlatforms({ store, box, clock });
    here = recentPlatforms(await openPlatforms({ store, box, clock }), clock);
    ({
      platform: { id },
    } = await there.add(
      { ...factsOf('https://lms.example'), deploymentRule: 'listed', deployments: ['known'] },
      'active',
    ));
  });

  const isActive = async () => (await here.get(id))?.status === 'active';

  it('are asked for once in that time, however they are named', async () => {
    for (const ask of [
      () => here.get(id),
      () => here.find('https://lms.example', factsOf('https://lms.example').clientId),
      async () => (await here.ofIssuer('https://lms.example'))[0],
    ]) {
      const first = await ask();
      expect(first?.id).to.equal(id);
      expect(await ask(), 'the very same').to.equal(first);
    }
  });

  it('end there when another process has put one off, and not before', async () => {
    expect(await isActive()).to.equal(true);
    await there.setStatus(id, 'off');
    at.now += RECENT - 1;
    expect(await isActive(), 'still kept').to.equal(true);
    at.now += 1;
    expect(await isActive()).to.equal(false);
  });

  it('end when the clock is set back', async () => {
    await isActive();
    await there.setStatus(id, 'off');
    at.now -= 60_000;
    expect(await isActive()).to.equal(false);
  });

  it('end at once with a change of this process, also one that a reading under way has not seen', async () => {
    await isActive();
    at.now += RECENT;
    const reading = isActive();
    const change = here.setStatus(id, 'off');
    await Promise.all([reading, change]);
    expect(await isActive()).to.equal(false);
  });

  it('are not kept where they may not launch: one let in elsewhere launches at once', async () => {
    await here.setStatus(id, 'off');
    expect(await isActive()).to.equal(false);
    await there.setStatus(id, 'active');
    expect(await isActive()).to.equal(true);
    expect(await here.ofIssuer('https://new.example')).to.deep.equal([]);
    await there.add(factsOf('https://new.example'), 'active');
    expect(await here.ofIssuer('https://new.example')).to.have.length(1);
  });

  it('let in a deployment that another process has just listed', async () => {
    const platform = await here.get(id);
    if (!platform) throw new Error('There is no platform.');
    await there.listDeployment(id, 'a new one');
    expect(await here.admitDeployment(platform, 'a new one')).to.equal(true);
    expect(await here.admitDeployment(platform, 'an unknown one')).to.equal(false);
  });
});
