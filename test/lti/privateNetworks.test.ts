import { readFileSync } from 'node:fs';
import https from 'node:https';
import type { AddressInfo, LookupFunction } from 'node:net';
import { join } from 'node:path';
import tls from 'node:tls';
import { expect } from 'chai';
import { parseNetworks } from '../../src/util/networks.ts';
import { createPublicFetch, FetchFailed, type Resolve } from '../../src/lti/publicFetch.ts';
import { publicAnd, type Reach } from '../../src/lti/reach.ts';
import { guardRequests } from '../../src/lti/scores/guardedRequest.ts';

const folder = join(import.meta.dirname, 'support', 'tls');
const certificate = readFileSync(join(folder, 'certificate.pem'), 'utf8');

/** Every name means this address. */
function meaning(address: string): Resolve {
  return (_hostname, _options, done) => done(null, [{ address, family: 4 }]);
}

describe('a platform on a private network', () => {
  let server: https.Server;
  let port = 0;
  let connections = 0;
  const trusted = tls.getCACertificates('default');
  before(async () => {
    // As NODE_EXTRA_CA_CERTS does for a whole process.
    tls.setDefaultCACertificates([...trusted, certificate]);
    server = https
      .createServer({ key: readFileSync(join(folder, 'key.pem')), cert: certificate }, (_request, response) =>
        response.end('inside'),
      )
      .on('connection', () => (connections += 1));
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.2', resolve));
    port = (server.address() as AddressInfo).port;
  });
  after(() => {
    tls.setDefaultCACertificates(trusted);
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => (connections = 0));

  const asked = async (reach: Reach, host = 'lms.intranet', scheme = 'https'): Promise<string> => {
    const fetch = createPublicFetch({ reach, resolve: meaning('127.0.0.2') });
    try {
      return (await fetch(`${scheme}://${host}:${port}/keys`, { timeout: 5000 })).text;
    } catch (error) {
      return error instanceof FetchFailed ? error.fault : String(error);
    } finally {
      fetch.close();
    }
  };
  /** As ltijs asks for access tokens, with a client of its own that resolves by itself. */
  const askedByOther = (reach: Reach, url: string): Promise<unknown> =>
    guardRequests(
      { timeout: 5000, reach },
      () =>
        new Promise((resolve) => {
          https
            .get(url, { lookup: (_host, options, done) => answer(options.all === true, done) }, (response) =>
              resolve(response.resume().statusCode),
            )
            .once('error', (error) => resolve(error instanceof FetchFailed ? error.fault : error.message));
        }),
    );
  const answer = (all: boolean, done: Parameters<LookupFunction>[2]): void =>
    all ? done(null, [{ address: '127.0.0.2', family: 4 }]) : done(null, '127.0.0.2', 4);

  for (const named of ['127.0.0.0/24', '127.0.0.2', 'lms.intranet', ' 10.0.0.0/8 , LMS.Intranet ']) {
    it(`is asked where PRIVATE_NETWORKS is ${named}`, async () => {
      const reach = publicAnd(parseNetworks(named));
      expect(await asked(reach)).to.equal('inside');
      expect(await askedByOther(reach, `https://lms.intranet:${port}/token`)).to.equal(200);
    });
  }

  for (const named of ['127.0.0.0/31', '10.0.0.0/8', 'other.intranet', 'intranet', 'fd00::/8']) {
    it(`is not asked where it is ${named}: no connection is made`, async () => {
      const reach = publicAnd(parseNetworks(named));
      expect(await asked(reach)).to.equal('address');
      expect(connections).to.equal(0);
      expect(await askedByOther(reach, `https://lms.intranet:${port}/token`)).to.equal('address');
    });
  }

  it('is asked by https alone', async () => {
    expect(await asked(publicAnd(parseNetworks('lms.intranet')), 'lms.intranet', 'http')).to.equal('address');
    expect(connections).to.equal(0);
  });

  it('is known by its own name: another that means the same address is not asked', async () => {
    expect(await asked(publicAnd(parseNetworks('lms.intranet')), 'attacker.example.dk')).to.equal('address');
    expect(connections).to.equal(0);
  });

  it('is no way to a cloud’s own keys: a name that comes to mean them is not asked', () => {
    const reach = publicAnd(parseNetworks('lms.intranet'));
    for (const address of ['169.254.169.254', 'fe80::1', '0.0.0.0', '224.0.0.1', '::ffff:10.0.0.1'])
      expect(reach.admits(address, 'lms.intranet'), address).to.equal(false);
    for (const address of ['10.1.2.3', 'fd12::1', '100.64.0.1'])
      expect(reach.admits(address, 'lms.intranet')).to.equal(true);
  });

  for (const wrong of [
    '0.0.0.0/0',
    '10.0.0.0/7',
    '::/0',
    '10.0.0/8',
    '10.0.0.0/33',
    '10.0.0.0/8/8',
    'a b',
    '',
    '*.dk',
    'https://lms.dk',
  ])
    it(`cannot be named as "${wrong}"`, () => expect(() => parseNetworks(wrong)).to.throw(RangeError));
});
