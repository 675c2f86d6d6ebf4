import { expect } from 'chai';
import { openSecretTokens, type SecretTokens } from '../../src/store/secretTokens.ts';
import type { Store } from '../../src/store/port.ts';
import { memoryStore } from '../support/stores.ts';

describe('secret tokens', () => {
  let store: Store;
  let now = 0;
  let tokens: SecretTokens;
  beforeEach(async () => {
    now = 1_000_000;
    store = await memoryStore();
    tokens = await openSecretTokens({ store, clock: () => now }, { kind: 'tokens', lifetime: 1000 });
  });
  afterEach(() => store.close());

  it('open once, and are good until then', async () => {
    const token = await tokens.make();
    expect(await tokens.openerOf(token)).to.equal('');
    expect(await tokens.take(token)).not.to.equal(undefined);
    expect(await tokens.take(token)).to.equal(undefined);
    expect(await tokens.openerOf(token)).to.equal(undefined);
  });

  it('open for one of many at once', async () => {
    const token = await tokens.make();
    const taken = await Promise.all(Array.from({ length: 8 }, () => tokens.take(token)));
    expect(taken.filter((one) => one !== undefined)).to.have.length(1);
  });

  it('open no longer than they live, also when given back', async () => {
    const [one, other] = [await tokens.make(), await tokens.make()];
    await (await tokens.take(one))!.giveBack();
    now += 999;
    expect(await tokens.openerOf(one)).to.equal('');
    now += 1;
    expect(await tokens.openerOf(one)).to.equal(undefined);
    expect(await tokens.take(one)).to.equal(undefined);
    now += 1;
    expect(await tokens.sweep()).to.equal(1);
    expect(await tokens.take(other)).to.equal(undefined);
  });

  it('are not in the store', async () => {
    const token = await tokens.make();
    const rows = await store.collection<{ expiresAt: number }, 'expiresAt'>({
      name: 'tokens',
      indexes: [['expiresAt']],
      encrypted: [],
    });
    const { items } = await rows.find({ where: {} });
    expect(JSON.stringify(items)).not.to.include(token);
  });
});
