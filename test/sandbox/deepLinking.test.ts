import { expect } from 'chai';
import { claim, role } from '../../src/sandbox/vocabulary.ts';
import { people } from '../support/platform/startPlatform.ts';
import { createWebClient } from '../support/platform/webClient.ts';
import { selectionOf, type SignOptions } from './support/tool.ts';
import { openTrial, type Trial } from './support/trial.ts';

function item(name: string, graded = true) {
  return {
    type: 'ltiResourceLink',
    title: name,
    text: `Om ${name}`,
    custom: { activity: name },
    ...(graded && { lineItem: { scoreMaximum: 100, label: 'passed over', resourceId: name, tag: 'prep' } }),
  };
}

describe('the sandbox: deep linking', () => {
  let trial: Trial;
  beforeEach(async () => {
    trial = await openTrial();
    await trial.platform.launch({ person: people.instructor, activity: 'select' });
  });
  afterEach(() => trial.close());

  const answer = async (items: unknown[], options: SignOptions = {}) => {
    const { address, jwt } = selectionOf(trial.tool, items, options);
    return createWebClient().post(address, { JWT: await jwt }, { origin: trial.tool.url });
  };
  const titles = async () => (await trial.platform.course.activities()).slice(2).map((activity) => activity.title);

  it('launches an instructor with what may be chosen', () => {
    const request = trial.tool.launches.at(-1)!;
    expect(request[claim.messageType]).to.equal('LtiDeepLinkingRequest');
    expect(request[claim.roles]).to.deep.equal([role.instructor]);
    expect(request[claim.deepLinkingSettings]).to.deep.include({
      accept_types: ['ltiResourceLink'],
      accept_multiple: true,
      auto_create: false,
    });
    expect(request).not.to.have.property(claim.resourceLink);
  });

  it('is not for participants', async () => {
    const client = createWebClient();
    await client.post(`${trial.platform.issuer}/person`, { person: people.mette });
    expect((await client.get(`${trial.platform.issuer}/vaelg/start`)).status).to.equal(403);
    expect((await client.get(`${trial.platform.issuer}/vaelg`)).status).to.equal(403);
  });

  it('makes the activities in the order they came, with columns called like them', async () => {
    const page = await answer([item('c'), item('a', false), item('b')]);
    expect(page.status).to.equal(200);
    expect(await titles()).to.deep.equal(['c', 'a', 'b']);
    const made = (await trial.platform.course.activities())[2];
    expect(made).to.deep.include({ text: 'Om c', custom: { activity: 'c' } });
    const columns = (await trial.platform.course.lineItems()).slice(1);
    expect(columns.map(({ label, resourceId, tag }) => ({ label, resourceId, tag }))).to.deep.equal([
      { label: 'c', resourceId: 'c', tag: 'prep' },
      { label: 'b', resourceId: 'b', tag: 'prep' },
    ]);
  });

  it('launches what was made', async () => {
    await answer([item('a')]);
    const { claims } = await trial.platform.launch({ person: people.mette, activity: 'a' });
    expect(claims[claim.custom]).to.include({ activity: 'a' });
    expect(claims[claim.grades]).to.have.property('lineitem');
  });

  it('takes an empty selection, and passes over other types', async () => {
    expect((await answer([{ type: 'link', url: 'https://example.org' }])).status).to.equal(200);
    expect(await titles()).to.deep.equal([]);
  });

  const seconds = Math.floor(Date.now() / 1000);
  const wrong: Record<string, SignOptions> = {
    'another issuer': { claims: { iss: 'someone' } },
    'another audience': { claims: { aud: 'https://elsewhere.example' } },
    'no expiry': { claims: { exp: undefined } },
    'a past expiry': { claims: { exp: seconds - 120 } },
    'no nonce': { claims: { nonce: undefined } },
    'another deployment': { claims: { [claim.deployment]: '2' } },
    'another message type': { claims: { [claim.messageType]: 'LtiResourceLinkRequest' } },
    'another version': { claims: { [claim.version]: '1.1' } },
    'no data': { claims: { [claim.deepLinkingData]: undefined } },
    'other data': { claims: { [claim.deepLinkingData]: 'made up' } },
    'items that are no list': { claims: { [claim.contentItems]: 'a' } },
    'a stranger’s key': { byStranger: true },
  };
  for (const [name, options] of Object.entries(wrong)) {
    it(`refuses a response with ${name}`, async () => {
      expect((await answer([item('a')], options)).status).to.equal(400);
      expect(await titles()).to.deep.equal([]);
    });
  }

  const wrongItems: Record<string, unknown> = {
    'a custom value that is no text': { ...item('a'), custom: { number: 1 } },
    'an address that is none': { ...item('a'), url: 'lti/launch' },
    'a maximum of nothing': { ...item('a'), lineItem: { scoreMaximum: 0 } },
  };
  for (const [name, wrongItem] of Object.entries(wrongItems)) {
    it(`refuses an item with ${name}`, async () => {
      expect((await answer([item('b'), wrongItem])).status).to.equal(400);
      expect(await titles()).to.deep.equal([]);
    });
  }

  it('takes one answer to one request, and a nonce once', async () => {
    expect((await answer([item('a')], { claims: { nonce: 'n' } })).status).to.equal(200);
    expect((await answer([item('a')])).status).to.equal(400);
    await trial.platform.launch({ person: people.instructor, activity: 'select' });
    expect((await answer([item('a')], { claims: { nonce: 'n' } })).status).to.equal(400);
    expect(await titles()).to.deep.equal(['a']);
  });
});
