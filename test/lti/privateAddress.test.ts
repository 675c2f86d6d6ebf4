import { expect } from 'chai';
import { isPrivateAddress } from '../../src/util/networks.ts';
import { anywhere, isAllowedUrl, publicOnly } from '../../src/lti/reach.ts';

describe('addresses', () => {
  const ours = [
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fc00::1',
    'fd12::1',
    'fe80::1',
    '::ffff:10.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    'ff02::1',
    'localhost',
    '',
  ];
  for (const address of ours)
    it(`${address || 'nothing'} is private`, () => expect(isPrivateAddress(address)).to.equal(true));

  for (const address of ['8.8.8.8', '172.32.0.1', '100.128.0.1', '192.169.0.1', '2a00:1450:4001::1']) {
    it(`${address} is public`, () => expect(isPrivateAddress(address)).to.equal(false));
  }

  it('with a name and password in them, or of another kind, are never asked', () => {
    for (const url of ['https://u:p@lms.example.dk/', 'ftp://lms.example.dk/', 'javascript:1', 'lms.example.dk', '']) {
      expect(isAllowedUrl(url, anywhere)).to.equal(false);
    }
    expect(isAllowedUrl('http://lms.example.dk/', publicOnly)).to.equal(false);
    expect(isAllowedUrl('https://lms.example.dk/', publicOnly)).to.equal(true);
  });
});
