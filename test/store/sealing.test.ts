import { expect } from 'chai';
import { createSecretBox } from '../../src/lti/secretBox.ts';
import { fieldCipher } from '../../src/store/fieldCipher.ts';
import { deriveKey, seal, unseal } from '../../src/store/sealing.ts';
import { KEY_A } from './support/keys.ts';

const SECRET = 'a secret that is long enough for a test';

// Written by the program of November 2026: what lies in stores and browsers since then must go on being read.
describe('what was sealed before', () => {
  it('is read with the keys of its purpose', () => {
    expect(deriveKey(SECRET, 'taettere-paa-job session').toString('hex')).to.equal(
      '9c6f34302af0032b39a982298dd2166b4108db8922642e3b6a351a8947e6384d',
    );
    expect(deriveKey(SECRET, 'ltijs').toString('hex')).to.equal(
      'a61a188a1125e7b01b15483c47f49889aba0931ad3bdb4ec3ff57faafe5ab24e',
    );
  });

  it('opens in the box of small secrets', () => {
    const sealed = 'v5Wo1WCayOuUA958JhGWM1v7SpQvchZVBtnmubjstkcherxFBBz_MPw';
    expect(createSecretBox(SECRET).open(sealed)).to.equal('Blåbærgrød');
  });

  it('is decrypted as a field', () => {
    const sealed = 'adef77e4.AG0FMIRMm7ZOD_Ur.2GplZ9wPEqMAEybH4arCD3kETWDNxYSX8JqBY3f6RD4dmwle';
    const place = { collection: 'notes', key: 'a', field: 'text' };
    expect(fieldCipher([KEY_A]).decrypt(sealed, place)).to.equal('Jeg sover dårligt');
  });
});

describe('sealing', () => {
  const key = deriveKey(SECRET, 'a purpose');
  const sealed = seal(key, 'Blåbærgrød', 'here');

  it('gives back what it sealed, and never looks the same twice', () => {
    expect(unseal(key, sealed, 'here')).to.equal('Blåbærgrød');
    expect(seal(key, 'Blåbærgrød', 'here').data).not.to.deep.equal(sealed.data);
  });

  for (const [what, open] of Object.entries({
    'with the key of another purpose': () => unseal(deriveKey(SECRET, 'another'), sealed, 'here'),
    elsewhere: () => unseal(key, sealed, 'there'),
    'bound to nothing': () => unseal(key, sealed),
    'with a shortened tag': () => unseal(key, { ...sealed, tag: sealed.tag.subarray(0, 12) }, 'here'),
    'with another vector': () => unseal(key, { ...sealed, vector: Buffer.alloc(12) }, 'here'),
    altered: () => unseal(key, { ...sealed, data: Buffer.from(sealed.data.map((byte) => byte ^ 1)) }, 'here'),
  }))
    it(`opens nothing ${what}`, () => {
      expect(open).to.throw();
    });
});
