import { expect } from 'chai';
import { openSignIns } from '../../../src/features/signIn/index.ts';
import { memoryStore } from '../../support/stores.ts';

describe('sign-in by a link from the command line', () => {
  it('lets an operator in for an hour, by a link that lives a quarter of one', async () => {
    let now = 1_000_000;
    const { store, operators } = await open(() => now);
    const token = async (): Promise<string> => (await operators.link()).split('/').at(-1) ?? '';
    const [young, old] = [await token(), await token()];
    now += 15 * 60_000 - 1;
    const session = (await operators.signIn(young)) ?? '';
    now += 1;
    expect(await operators.signIn(old)).to.equal(undefined);
    expect(await operators.isSignedIn(session)).to.equal(true);
    expect(await operators.isSignedIn('')).to.equal(false);
    now += 60 * 60_000;
    expect(await operators.isSignedIn(session)).to.equal(false);
    await store.close();
  });

  it('opens the one page alone that the link is for', async () => {
    const { store, operators, evaluators } = await open(() => 1_000_000);
    const link = await evaluators.link();
    expect(link).to.match(/^https:\/\/lti\.example\.dk\/evaluering\//);
    const token = link.split('/').at(-1) ?? '';
    expect(await operators.signIn(token)).to.equal(undefined);
    const session = (await evaluators.signIn(token)) ?? '';
    expect(await evaluators.isSignedIn(session)).to.equal(true);
    expect(await operators.isSignedIn(session)).to.equal(false);
    await store.close();
  });

  it('keeps nothing of links and sessions that are over, once another is made', async () => {
    let now = 1_000_000;
    const { store, operators } = await open(() => now);
    await operators.signIn((await operators.link()).split('/').at(-1) ?? '');
    await operators.link();
    now += 60 * 60_000 + 1;
    await operators.signIn((await operators.link()).split('/').at(-1) ?? '');
    const held = async (name: string) =>
      (
        await store.collection<{ expiresAt: number }, 'expiresAt'>({ name, indexes: [['expiresAt']], encrypted: [] })
      ).count({});
    expect(await held('operator_links')).to.equal(0);
    expect(await held('operator_sessions')).to.equal(1);
    await store.close();
  });
});

async function open(clock: () => number) {
  const store = await memoryStore();
  return { store, ...(await openSignIns({ store, clock, toolUrl: 'https://lti.example.dk' })) };
}
