import { expect } from 'chai';
import { UndecryptableField, WrongDataKey } from '../../src/store/errors.ts';
import { fieldCipher } from '../../src/store/fieldCipher.ts';
import { KEY_A, KEY_B } from './support/keys.ts';

const place = { collection: 'notes', key: 'a', field: 'text' };
const SECRET = 'Jeg sover dårligt';

function refusal(work: () => unknown): UndecryptableField {
  try {
    work();
  } catch (error) {
    if (error instanceof UndecryptableField) return error;
    throw error;
  }
  throw new Error('It was decrypted.');
}

describe('field cipher', () => {
  const cipher = fieldCipher([KEY_A]);

  it('gives back what it encrypted, and never the same text twice', () => {
    const first = cipher.encrypt(SECRET, place);
    expect(first).to.match(/^[0-9a-f]{8}\.[\w-]{16}\.[\w-]+$/);
    expect(cipher.encrypt(SECRET, place)).not.to.equal(first);
    expect(cipher.decrypt(first, place)).to.equal(SECRET);
  });

  it('begins with an id of the key that is not made of the key itself', () => {
    expect(cipher.encrypt(SECRET, place).startsWith(`${cipher.keyIds[0]}.`)).to.equal(true);
    expect(Buffer.from(KEY_A, 'base64').toString('hex')).not.to.contain(cipher.keyIds[0]);
  });

  it('encrypts with the first key and decrypts with all', () => {
    const old = cipher.encrypt(SECRET, place);
    const rotated = fieldCipher([KEY_B, KEY_A]);
    expect(rotated.decrypt(old, place)).to.equal(SECRET);
    const recent = rotated.encrypt(SECRET, place);
    expect(fieldCipher([KEY_B]).decrypt(recent, place)).to.equal(SECRET);
    expect(refusal(() => cipher.decrypt(recent, place)).reason).to.equal('unknown-key');
  });

  for (const part of ['collection', 'key', 'field'] as const)
    it(`does not decrypt a value moved to another ${part}`, () => {
      const sealed = cipher.encrypt(SECRET, place);
      expect(refusal(() => cipher.decrypt(sealed, { ...place, [part]: 'other' })).reason).to.equal('tampered');
    });

  it('does not mistake one place for another whose names run together the same way', () => {
    const sealed = cipher.encrypt(SECRET, { collection: 'a', key: 'b","c', field: 'd' });
    expect(refusal(() => cipher.decrypt(sealed, { collection: 'a","b', key: 'c', field: 'd' })).reason).to.equal(
      'tampered',
    );
  });

  it('refuses a value with any one character changed', () => {
    const sealed = cipher.encrypt(SECRET, place);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'g' : 'A') + sealed.slice(at + 1);
      const error = refusal(() => cipher.decrypt(changed, place));
      expect(error.message).not.to.contain(SECRET).and.not.to.contain(sealed.slice(9));
    }
  });

  it('refuses a shortened tag, a missing part and what is no text', () => {
    const sealed = cipher.encrypt(SECRET, place);
    const [id, vector] = sealed.split('.');
    const wrong = [sealed.slice(0, -4), `${id}.${vector}`, `${id}.${vector}.`, `${sealed}.x`, '', SECRET, null, 7, {}];
    for (const value of wrong) expect(refusal(() => cipher.decrypt(value, place)).reason).to.equal('tampered');
  });

  it('names the place in its error', () => {
    expect(refusal(() => cipher.decrypt(SECRET, place)).message).to.contain('The field text of notes a ');
  });

  for (const key of ['', 'short', KEY_A.slice(0, -1), Buffer.alloc(31).toString('base64'), `${KEY_A}=`, ` ${KEY_A}`])
    it(`refuses the key ${JSON.stringify(key)}, naming DATA_KEY and not the key`, () => {
      expect(() => fieldCipher([key])).to.throw(WrongDataKey, 'DATA_KEY must be base64 of 32 bytes');
    });
});
