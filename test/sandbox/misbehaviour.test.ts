import { expect } from 'chai';
import { generateKeyPair } from 'jose';
import { claim, media } from '../../src/sandbox/vocabulary.ts';
import { people } from '../support/platform/startPlatform.ts';
import { callService } from './support/service.ts';
import { accessToken, askToken, assertionOf } from './support/tool.ts';
import { openTrial, type Trial } from './support/trial.ts';

const activity = 'modul-1-forberedelse';

describe('the sandbox: misbehaving on demand', () => {
  let trial: Trial;
  beforeEach(async () => {
    trial = await openTrial();
  });
  afterEach(() => trial.close());

  const launch = () => trial.platform.launch({ person: people.mette, activity });
  const score = async (timestamp = '2026-11-21T10:00:00Z', signal?: AbortSignal) => {
    const token = await accessToken(trial.tool);
    return fetch(`${trial.platform.issuer}/services/2/lineitems/9/lineitem/scores?type_id=1`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': media.score },
      body: JSON.stringify({
        userId: people.mette,
        timestamp,
        activityProgress: 'Completed',
        gradingProgress: 'FullyGraded',
        scoreGiven: 100,
        scoreMaximum: 100,
      }),
      ...(signal && { signal }),
    });
  };

  it('changes and leaves out claims', async () => {
    trial.platform.misbehave.claims = ({ [claim.deployment]: _deployment, ...rest }) => ({ ...rest, sub: 'other' });
    const { claims } = await launch();
    expect(claims.sub).to.equal('other');
    expect(claims).not.to.have.property(claim.deployment);
    trial.platform.misbehave.claims = undefined;
    expect((await launch()).claims.sub).to.equal(people.mette);
  });

  it('signs under another key, header or algorithm, or spoils the token', async () => {
    const { misbehave } = trial.platform;
    misbehave.signingKey = (await generateKeyPair('RS256')).privateKey;
    expect((await launch()).launched.status).to.equal(500);
    misbehave.header = (header) => ({ ...header, alg: 'HS256' });
    misbehave.signingKey = new Uint8Array(32);
    expect((await launch()).launched.status).to.equal(500);
    misbehave.token = () => 'nonsense';
    expect((await launch()).idToken).to.equal('nonsense');
  });

  it('serves other keys, or none', async () => {
    trial.platform.misbehave.keySet = () => ({ keys: [] });
    const keys = () => fetch(`${trial.platform.issuer}/keys`);
    expect(await (await keys()).json()).to.deep.equal({ keys: [] });
    trial.platform.misbehave.always.keys = { kind: 'status', status: 503 };
    expect((await keys()).status).to.equal(503);
    expect((await keys()).status).to.equal(503);
  });

  it('answers the next scores with a status and headers, one by one', async () => {
    trial.platform.misbehave.next.scores = [
      { kind: 'status', status: 429, headers: { 'Retry-After': '120' } },
      { kind: 'status', status: 503 },
    ];
    const first = await score();
    expect(first.status).to.equal(429);
    expect(first.headers.get('retry-after')).to.equal('120');
    expect((await score()).status).to.equal(503);
    expect((await score()).status).to.equal(200);
  });

  it('drops a connection with nothing done', async () => {
    trial.platform.misbehave.next.scores = [{ kind: 'drop' }];
    expect(await score().catch(() => 'dropped')).to.equal('dropped');
    expect(await trial.platform.course.grades()).to.have.length(0);
  });

  it('takes a score and drops the answer', async () => {
    trial.platform.misbehave.next.scores = [{ kind: 'drop-answer' }];
    expect(await score().catch(() => 'dropped')).to.equal('dropped');
    expect(await trial.platform.course.grades()).to.have.length(1);
    expect((await score()).status).to.equal(409);
  });

  it('hangs until the tool gives up', async () => {
    trial.platform.misbehave.next.scores = [{ kind: 'hang' }];
    const giveUp = new AbortController();
    const hanging = score(undefined, giveUp.signal).catch(() => 'gave up');
    await arrived(() => trial.platform.misbehave.next.scores?.length === 0);
    giveUp.abort();
    expect(await hanging).to.equal('gave up');
    expect(await trial.platform.course.grades()).to.have.length(0);
  });

  it('holds an answer until it is let go', async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    trial.platform.misbehave.next.token = [{ kind: 'hold', until: promise }];
    const asked = askToken(trial.tool, await assertionOf(trial.tool));
    resolve(undefined);
    expect((await asked).status).to.equal(200);
  });

  it('remembers what was asked, with the bodies of scores but never a token', async () => {
    await score();
    await callService(trial, { path: '/services/2/lineitems', accept: media.lineItems, token: '' });
    const [sent] = trial.platform.requests.of('scores');
    expect(sent).to.deep.include({ method: 'POST', status: 200 });
    expect(sent?.body).to.include({ userId: people.mette, scoreGiven: 100 });
    expect(trial.platform.requests.of('lineitems').at(-1)).to.include({ status: 401 });
    expect(JSON.stringify(trial.platform.requests.all())).not.to.include('Bearer');
  });
});

/** Resolves when a condition that other I/O brings about has come true. */
async function arrived(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}
