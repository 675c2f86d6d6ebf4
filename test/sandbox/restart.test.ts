import { expect } from 'chai';
import { people, startPlatform } from '../support/platform/startPlatform.ts';
import { memoryStore } from '../support/stores.ts';
import { callService } from './support/service.ts';
import { startTool } from './support/tool.ts';
import { media } from '../../src/sandbox/vocabulary.ts';

describe('the sandbox: a restart', () => {
  it('keeps keys, registration, course, grades and sessions', async () => {
    const store = await memoryStore();
    const tool = await startTool();
    const first = await startPlatform({ toolUrl: tool.url, store });
    await first.registerWithTool();
    const { client } = await first.launch({ person: people.mette, activity: 'modul-1-forberedelse' });
    const trial = { tool, platform: first, close: () => Promise.resolve() };
    await callService(trial, {
      method: 'POST',
      path: '/services/2/lineitems/9/lineitem/scores?type_id=1',
      contentType: media.score,
      body: {
        userId: people.mette,
        timestamp: '2026-11-21T10:00:00Z',
        activityProgress: 'Completed',
        gradingProgress: 'FullyGraded',
        scoreGiven: 100,
        scoreMaximum: 100,
      },
    });
    const keys: unknown = await (await fetch(`${first.issuer}/keys`)).json();
    await first.close();

    const second = await startPlatform({ toolUrl: tool.url, store, port: first.port });
    expect(await (await fetch(`${second.issuer}/keys`)).json()).to.deep.equal(keys);
    expect(await second.isRegistered()).to.equal(true);
    expect(await second.course.activities()).to.have.length(2);
    expect((await second.course.grades())[0]).to.include({ person: people.mette, score: 100 });
    expect((await client.get(`${second.issuer}/karakterbog`)).html).to.include('100 af 100');
    await second.close();
    await tool.close();
    await store.close();
  });

  it('does not fill an emptied course again', async () => {
    const store = await memoryStore();
    const first = await startPlatform({ toolUrl: 'http://localhost:1', store });
    for (const { id } of await first.course.activities()) await first.course.removeActivity(id);
    await first.close();
    const second = await startPlatform({ toolUrl: 'http://localhost:1', store });
    expect(await second.course.activities()).to.deep.equal([]);
    await second.close();
    await store.close();
  });
});
