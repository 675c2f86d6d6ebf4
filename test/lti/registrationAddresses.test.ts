import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { createPublicFetch, FetchFailed, type Resolve } from '../../src/lti/publicFetch.ts';
import { isPrivateAddress } from '../../src/util/networks.ts';
import { anywhere, isAllowedUrl, publicOnly } from '../../src/lti/reach.ts';

/** A name service that says what a test wants, and counts how often it is asked. */
function names(...answers: string[][]) {
  let asked = 0;
  const resolve: Resolve = (_hostname, _options, done) => {
    const addresses = answers[Math.min(asked, answers.length - 1)] ?? [];
    asked += 1;
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
  return { resolve, asked: () => asked };
}

describe('what a platform names as its address', () => {
  let server: http.Server;
  let connections = 0;
  let port = 0;
  before(async () => {
    server = http
      .createServer((_request, response) => response.end('inside'))
      .on('connection', () => (connections += 1));
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  const faultOf = async (resolve: Resolve, url = `https://lms.example.dk:${port}/keys`): Promise<string> => {
    const fetch = createPublicFetch({ reach: publicOnly, resolve });
    try {
      await fetch(url, { timeout: 3000 });
      return '';
    } catch (error) {
      return error instanceof FetchFailed ? error.fault : String(error);
    } finally {
      fetch.close();
    }
  };

  const inside = [
    '127.0.0.1',
    '10.0.0.7',
    '169.254.169.254',
    '::1',
    '::ffff:127.0.0.1',
    'fd00::1',
    'fe80::1%1',
    '64:ff9b::7f00:1',
  ];
  for (const address of inside) {
    it(`is not asked when its name means ${address}`, async () => {
      const service = names([address]);
      expect(await faultOf(service.resolve)).to.equal('address');
      expect(service.asked()).to.equal(1);
      expect(connections).to.equal(0);
    });
  }

  it('is not asked when one of several addresses is private, or there is none', async () => {
    expect(await faultOf(names(['198.41.0.4', '127.0.0.1']).resolve)).to.equal('address');
    expect(await faultOf(names([]).resolve)).to.equal('address');
    expect(connections).to.equal(0);
  });

  it('is resolved where it is connected to, so that a name that changes its mind gains nothing', async () => {
    // Whatever the name means when it is asked first, the socket's own question is the one that is checked.
    const service = names(['127.0.0.1'], ['198.41.0.4']);
    expect(await faultOf(service.resolve)).to.equal('address');
    expect(service.asked()).to.equal(1);
    const fetch = createPublicFetch({ reach: anywhere, resolve: service.resolve });
    expect((await fetch(`http://127.0.0.1:${port}/`)).text).to.equal('inside');
    fetch.close();
  });

  const disguised = [
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://127.1/',
    'https://[::1]/',
    'https://[::ffff:7f00:1]/',
    'https://[64:ff9b::10.0.0.1]/',
    'https://[3fff::1]/',
    'https://①②⑦.0.0.1/',
  ];
  for (const url of disguised) {
    it(`is refused as ${url}`, () => expect(isAllowedUrl(url, publicOnly)).to.equal(false));
  }

  const meaningful = [
    'https://a;sandbox',
    'https://a,b.dk',
    "https://a'b.dk",
    'https://a(b).dk',
    'https://*.dk',
    'https://a$b.dk',
  ];
  for (const url of meaningful) {
    it(`is refused as ${url}, which would mean something in a header`, () =>
      expect(isAllowedUrl(url, anywhere)).to.equal(false));
  }

  it('may be any public host, also in other scripts', () => {
    for (const url of ['https://lms.example.dk:8443/x', 'https://læring.example.dk', 'https://[2a00:1450:4001::1]/']) {
      expect(isAllowedUrl(url, publicOnly), url).to.equal(true);
    }
    for (const address of ['3fff::1', '5f00::1', 'fe80::1%eth0']) expect(isPrivateAddress(address)).to.equal(true);
  });

  it('is not waited for longer than it is given, nor read further than agreed', async () => {
    const slow = http.createServer((_request, response) => void response.writeHead(200).write('.'));
    await new Promise<void>((resolve) => void slow.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(slow.address() as AddressInfo).port}/`;
    const fetch = createPublicFetch({ reach: anywhere });
    const fault = (request: object): Promise<unknown> =>
      fetch(url, request).then(
        () => '',
        (error: unknown) => (error as FetchFailed).fault,
      );
    expect(await fault({ timeout: 50 })).to.equal('timeout');
    expect(await fault({ maxBytes: 0 })).to.equal('too-large');
    fetch.close();
    slow.closeAllConnections();
    slow.close();
  });
});
