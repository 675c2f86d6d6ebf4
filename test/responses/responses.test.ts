import { expect } from 'chai';
import type { Answers } from '../../src/domain/answers.ts';
import { isSent } from '../../src/responses/responses.ts';
import { of, responsesWorld, start, write, yes, type ResponsesWorld } from './support/world.ts';

describe('responses', () => {
  let world: ResponsesWorld;
  let responses: ResponsesWorld['responses'];

  beforeEach(async () => {
    world = await responsesWorld();
    ({ responses } = world);
  });
  afterEach(() => world.close());

  it('keeps a draft that nobody else can list', async () => {
    await responses.saveDraft(of, write('mit svar'));
    expect((await responses.get(of))?.draft).to.deep.equal({ hvad: 'mit svar' });
    const [listed] = await responses.list('room', of.activity);
    expect(listed).to.include({ person: 'person', sent: null, startedAt: start, completedAt: 0 });
    expect(JSON.stringify(listed)).not.to.include('mit svar');
  });

  it('tells who has sent without opening what they sent', async () => {
    await responses.send(of, write('mit svar'), yes);
    const [sealed] = await responses.listSealed('room', of.activity);
    expect(sealed)
      .to.include({ person: 'person', completedAt: start })
      .and.not.to.have.any.keys('sent', 'draft', 'other');
    expect(isSent(sealed!)).to.equal(true);
    expect(JSON.stringify(sealed)).not.to.include('mit svar');
  });

  it('holds the answers and a waiting report in one document after one sending', async () => {
    const { sent } = await responses.send(of, write('mit svar'), yes);
    expect(sent).to.equal(true);
    const [stored, ...more] = await world.stored();
    expect(more).to.have.length(0);
    expect(stored?.version).to.equal(1);
    expect(stored?.doc.sent).to.deep.equal({ hvad: 'mit svar' });
    expect(stored?.doc.completedAt).to.equal(start);
    expect(stored?.doc.reports).to.deep.equal([
      {
        resourceId: 'modul-1-forberedelse',
        tag: 'prep',
        scoreGiven: 100,
        activityProgress: 'Completed',
        timestamp: '2026-11-21T09:42:10Z',
        since: start,
        attempts: 0,
        state: 'waiting',
        cause: '',
        reason: '',
        settledAt: 0,
        dueAt: start,
        columns: [],
      },
    ]);
    expect(stored?.doc.due).to.equal(start);
  });

  it('saves but neither sends nor reports what is not complete', async () => {
    const seen: Answers[] = [];
    const { sent, response } = await responses.send(of, write('halvt'), (draft) => seen.push(draft) < 0);
    expect(sent).to.equal(false);
    expect(seen).to.deep.equal([{ hvad: 'halvt' }]);
    expect(response).to.deep.include({ draft: { hvad: 'halvt' }, sent: null, completedAt: 0, reports: [] });
    expect(await responses.queue.claim(1000)).to.equal(undefined);
  });
});
