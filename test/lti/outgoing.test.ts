import http from 'node:http';
import { expect } from 'chai';
import { createPublicFetch, FetchFailed } from '../../src/lti/publicFetch.ts';
import { guardRequests } from '../../src/lti/scores/guardedRequest.ts';
import { anywhere, publicOnly } from '../../src/lti/reach.ts';
import { type Lms, startLms } from './support/lms.ts';

async function faultOf(work: Promise<unknown>): Promise<unknown> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof FetchFailed ? error.fault : error;
}

/** A request by another client than ours, as ltijs makes them. */
function ask(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    http.get(url, (response) => resolve(response.resume().statusCode ?? 0)).once('error', reject);
  });
}

describe('what we ask of others', () => {
  let lms: Lms;
  before(async () => {
    lms = await startLms();
    lms.replies.set('/hangs', [{ status: 200, hang: true }]);
    lms.replies.set('/here', [{ status: 200, body: 'x'.repeat(1000) }]);
    lms.replies.set('/moved', [{ status: 302, headers: { location: `${lms.url}/here` } }]);
  });
  after(() => lms.close());

  describe('by ourselves', () => {
    const fetch = createPublicFetch({ reach: anywhere });
    const strict = createPublicFetch({ reach: publicOnly });
    after(() => {
      fetch.close();
      strict.close();
    });

    it('ends in time', async () =>
      expect(await faultOf(fetch(`${lms.url}/hangs`, { timeout: 30 }))).to.equal('timeout'));
    it('ends in size', async () =>
      expect(await faultOf(fetch(`${lms.url}/here`, { maxBytes: 999 }))).to.equal('too-large'));
    it('follows no redirect', async () => expect((await fetch(`${lms.url}/moved`)).status).to.equal(302));
    it('tells of a closed door', async () =>
      expect(await faultOf(fetch('http://127.0.0.1:1/'))).to.equal('connection'));
    it('connects to no name that leads to a private address', async () => {
      const { port } = new URL(lms.url);
      const before = lms.received.length;
      expect(await faultOf(strict(`https://localhost:${port}/here`))).to.equal('address');
      expect(lms.received).to.have.length(before);
    });
  });

  describe('through ltijs’s client', () => {
    const open = { timeout: 5000, reach: anywhere };

    it('passes when it is right', async () =>
      expect(await guardRequests(open, () => ask(`${lms.url}/here`))).to.equal(200));
    it('ends in time', async () =>
      expect(await faultOf(guardRequests({ ...open, timeout: 30 }, () => ask(`${lms.url}/hangs`)))).to.equal(
        'timeout',
      ));
    it('goes to one place only', async () => {
      const twice = async (): Promise<void> => {
        await ask(`${lms.url}/here`);
        await ask(`${lms.url}/here`);
      };
      expect(await faultOf(guardRequests(open, twice))).to.equal('address');
    });
    it('goes to no private address', async () =>
      expect(await faultOf(guardRequests({ ...open, reach: publicOnly }, () => ask(`${lms.url}/here`)))).to.equal(
        'address',
      ));
    it('leaves other requests alone', async () => expect(await ask(`${lms.url}/here`)).to.equal(200));
  });
});
