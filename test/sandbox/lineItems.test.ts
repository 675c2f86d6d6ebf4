import { expect } from 'chai';
import { media, scope } from '../../src/sandbox/vocabulary.ts';
import { callService, type Call } from './support/service.ts';
import { openTrial, type Trial } from './support/trial.ts';

const lineItems = '/services/2/lineitems?type_id=1';

describe('the sandbox: line items', () => {
  let trial: Trial;
  beforeEach(async () => {
    trial = await openTrial();
  });
  afterEach(() => trial.close());

  const list = (query = '', call: Partial<Call> = {}) =>
    callService(trial, { path: lineItems + query, accept: media.lineItems, ...call });
  const labels = async (query: string) =>
    ((await (await list(query)).json()) as { label: string }[]).map((item) => item.label);
  const create = (body: Record<string, unknown>, call: Partial<Call> = {}) =>
    callService(trial, { method: 'POST', path: lineItems, contentType: media.lineItem, body, ...call });

  it('lists the column of the first activity', async () => {
    const response = await list();
    expect(response.headers.get('content-type')).to.include(media.lineItems);
    expect(await response.json()).to.deep.equal([
      {
        id: `${trial.platform.issuer}/services/2/lineitems/9/lineitem?type_id=1`,
        label: 'Forberedelse til uge 1',
        scoreMaximum: 100,
        resourceId: 'modul-1-forberedelse',
        tag: 'prep',
        resourceLinkId: '17',
        ltiLinkId: '17',
      },
    ]);
  });

  it('filters by resource link, resource and tag', async () => {
    await create({ label: 'A', scoreMaximum: 10, resourceId: 'a', tag: 'survey' });
    await create({ label: 'B', scoreMaximum: 10, resourceId: 'b', tag: 'survey', resourceLinkId: '18' });
    expect(await labels('&tag=survey')).to.deep.equal(['A', 'B']);
    expect(await labels('&resource_id=a')).to.deep.equal(['A']);
    expect(await labels('&resource_link_id=18')).to.deep.equal(['B']);
    expect(await labels('&resource_link_id=18&tag=prep')).to.deep.equal([]);
  });

  it('pages by limit and from, with Moodle’s malformed link', async () => {
    for (const label of ['A', 'B', 'C']) await create({ label, scoreMaximum: 1 });
    const first = await list('&limit=2');
    const link = Buffer.from(first.headers.get('link') ?? '', 'latin1').toString('utf8');
    expect(link).to.include('&amp;limit=2&amp;from=2>; rel=“next”');
    expect(await labels('&limit=2')).to.deep.equal(['Forberedelse til uge 1', 'A']);
    expect(await labels('&limit=2&from=2')).to.deep.equal(['B', 'C']);
    expect((await list('&limit=2&from=2')).headers.get('link')).to.equal(null);
  });

  it('creates with 201, reads, changes and deletes', async () => {
    const response = await create({ label: 'A', scoreMaximum: 10, resourceLinkId: '17' });
    expect(response.status).to.equal(201);
    expect(response.headers.get('content-type')).to.include(media.lineItem);
    const { id } = (await response.json()) as { id: string };
    const read = await callService(trial, { path: id, accept: media.lineItem });
    expect(await read.json()).to.include({ label: 'A', scoreMaximum: 10, resourceLinkId: '17' });
    const changed = await callService(trial, {
      method: 'PUT',
      path: id,
      contentType: media.lineItem,
      body: { label: 'B', scoreMaximum: 20 },
    });
    expect(await changed.json()).to.include({ id, label: 'B', scoreMaximum: 20, resourceLinkId: '17' });
    expect((await callService(trial, { method: 'DELETE', path: id })).status).to.equal(204);
    expect((await callService(trial, { path: id, accept: media.lineItem })).status).to.equal(404);
  });

  it('refuses a line item without label or maximum, or for an unknown link', async () => {
    expect((await create({ scoreMaximum: 10 })).status).to.equal(400);
    expect((await create({ label: 'A' })).status).to.equal(400);
    expect((await create({ label: 'A', scoreMaximum: 'ten' })).status).to.equal(400);
    expect((await create({ label: 'A', scoreMaximum: 10, resourceLinkId: '99' })).status).to.equal(403);
  });

  for (const accept of ['application/json', '*/*', media.lineItem]) {
    it(`refuses a list asked for as ${accept}`, async () => {
      expect((await list('', { accept })).status).to.equal(400);
    });
  }

  it('takes a charset behind the media type and refuses another type', async () => {
    const body = { label: 'A', scoreMaximum: 10 };
    expect((await create(body, { contentType: `${media.lineItem};charset=utf-8` })).status).to.equal(201);
    expect((await create(body, { contentType: 'application/json' })).status).to.equal(400);
  });

  it('answers 401 without a token, with a made-up one, and with one that lacks the scope', async () => {
    expect((await list('', { token: '' })).status).to.equal(401);
    expect((await list('', { token: 'made-up' })).status).to.equal(401);
    expect((await list('', { scopes: [scope.score] })).status).to.equal(401);
    expect((await list('', { scopes: [scope.lineItemRead] })).status).to.equal(200);
    const body = { label: 'A', scoreMaximum: 10 };
    expect((await create(body, { scopes: [scope.lineItemRead] })).status).to.equal(401);
  });

  it('forgets the columns of an activity that is deleted', async () => {
    await trial.platform.course.removeActivity('17');
    const score = { method: 'POST', contentType: media.score, body: {} };
    const answer = await callService(trial, { path: '/services/2/lineitems/9/lineitem/scores?type_id=1', ...score });
    expect(answer.status).to.equal(404);
  });
});
