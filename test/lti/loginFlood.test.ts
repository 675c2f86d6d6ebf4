import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { pino } from 'pino';
import { createHitCounts, type HitCounts } from '../../src/http/hitCounts.ts';
import { openStore } from '../../src/store/openStore.ts';
import { Browser, enter, loginFields } from './support/launching.ts';
import { type Lms, startLms } from './support/lms.ts';
import { startTool, type Tool } from './support/tool.ts';

const FLOOD = 1200;
const AT_ONCE = 20;
const CLASS = 300;

describe('a flood of logins that never launch', function () {
  this.timeout(300_000);
  let folder: string;
  let lms: Lms;
  let tool: Tool;
  let hitCounts: HitCounts;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'flood-'));
    const key = randomBytes(32);
    const dataKeys = [key.toString('base64')];
    const store = await openStore({ databaseUrl: `sqlite:${join(folder, 'store.sqlite')}`, dataKeys });
    hitCounts = await createHitCounts(store, { clock: Date.now, key, log: pino({ level: 'silent' }) });
    [lms, tool] = await Promise.all([startLms(), startTool({ store, hitCounts, clock: Date.now })]);
    await tool.lti.platforms.add(lms.facts);
    await tool.lti.platforms.add({ ...lms.facts, clientId: 'moodle', authEndpoint: `${lms.url}/mod/lti/auth.php` });
    // What the first launch of all brings: the store's files, and when the platform was last used.
    expect((await enter(lms, tool)).status).to.equal(303);
  });
  after(async () => {
    hitCounts.close();
    await Promise.all([lms.close(), tool.close()]);
    rmSync(folder, { recursive: true });
  });

  /** How many rows each collection has; but not of the limits, which have one for an address and minute. */
  const rows = async (): Promise<Record<string, number>> => {
    const counted = tool.store.opened().filter(({ name }) => name !== 'rate_limits');
    return Object.fromEntries(
      await Promise.all(counted.map(async ({ name, documents }) => [name, await documents.count({})] as const)),
    );
  };
  const bytes = (): number => readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);

  const framed = { 'sec-fetch-dest': 'iframe' };
  /** Every way a login can go: at top level and in a frame, with and without the platform's own storage, by a hint used once. */
  const ways = [
    (fields: Record<string, string>) => new Browser().post(`${tool.url}/lti/login`, fields),
    (fields: Record<string, string>) => new Browser().post(`${tool.url}/lti/login`, fields, framed),
    (fields: Record<string, string>) => new Browser().post(`${tool.url}/lti/login`, { ...fields, client_id: 'moodle' }),
    (fields: Record<string, string>) =>
      new Browser().post(`${tool.url}/lti/login?lti_return=again`, { ...fields, lti_storage_target: 'kept' }, framed),
    (fields: Record<string, string>) =>
      new Browser().post(`${tool.url}/lti/login`, { ...fields, login_hint: 'x'.repeat(2000) }, framed),
  ];
  const flood = async (): Promise<number[]> => {
    const statuses: number[] = [];
    const one = async (begun: number): Promise<void> => {
      for (let count = begun; count < FLOOD; count += AT_ONCE) {
        const hint = JSON.stringify({ cmid: 1 + count, launchid: String(count) });
        const way = ways[count % ways.length];
        const answer = await way?.({ ...loginFields(lms, tool), lti_message_hint: hint });
        await answer?.text();
        statuses.push(answer?.status ?? 0);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, (_none, index) => one(index)));
    return statuses;
  };

  it('leaves the store as it is, rows and files', async () => {
    const [before, size] = [await rows(), bytes()];
    expect(new Set(await flood())).to.deep.equal(new Set([200, 302, 303]));
    expect(await rows()).to.deep.equal(before);
    // The count of the limit is written now and then, over and over in one row.
    expect(bytes() - size).to.be.below(400_000);
  });

  it('keeps no one out of a class behind the same address, and only their launches are stored', async () => {
    const before = await rows();
    const answers: number[] = [];
    const launches = async (): Promise<void> => {
      for (let count = 0; count < CLASS; count += 10) {
        const ten = await Promise.all(Array.from({ length: 10 }, () => enter(lms, tool)));
        answers.push(...ten.map(({ status }) => status));
      }
    };
    const [statuses] = await Promise.all([flood(), launches()]);
    expect(new Set(statuses)).to.deep.equal(new Set([200, 302, 303]));
    expect(answers.filter((status) => status !== 303)).to.deep.equal([]);
    const grown = Object.entries(await rows()).filter(([name, count]) => count !== before[name]);
    expect(grown).to.deep.equal([['lti_used_logins', (before['lti_used_logins'] ?? 0) + CLASS]]);
  });
});
