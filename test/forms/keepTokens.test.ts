import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import jwt from 'jsonwebtoken';
import { createKeepTokens } from '../../src/forms/keepTokens.ts';

const DAY = 24 * 60 * 60 * 1000;
const of = { room: 'room', person: 'person', activity: 'modul-1-forberedelse' };

describe('tokens that keep a text', () => {
  const key = randomBytes(32);
  let now = Date.parse('2026-11-21T09:42:10Z');
  const tokens = createKeepTokens(key, () => now);
  const at = now;
  const issued = tokens.issue(of);
  const payload = jwt.decode(issued) as Record<string, unknown>;

  it('say whose draft they may save', () => {
    expect(tokens.read(issued)).to.deep.equal({ ...of, at, isFresh: true });
  });

  const wrong: Record<string, unknown> = {
    'an altered one': issued.replace(/\.[^.]+\./, '.e30.'),
    'one of another key': createKeepTokens(randomBytes(32), () => now).issue(of),
    'one of another purpose': jwt.sign({ ...payload, purpose: 'session' }, key),
    'one of another algorithm': jwt.sign(payload, key, { algorithm: 'HS512' }),
    'an unsigned one': jwt.sign(payload, '', { algorithm: 'none' }),
    'none at all': undefined,
    'a list': [issued],
    'an empty one': '',
  };
  for (const [name, token] of Object.entries(wrong)) {
    it(`refuse ${name}`, () => expect(tokens.read(token)).to.equal(undefined));
  }

  it('know an older one, which said its time in seconds only', () => {
    const { at: _at, ...older } = payload;
    expect(tokens.read(jwt.sign(older, key))?.at).to.equal(Math.floor(at / 1000) * 1000);
  });

  it('save for a day, and tell our own forms from others for 30', () => {
    now += DAY - 1;
    expect(tokens.read(issued)?.isFresh).to.equal(true);
    now += 1;
    expect(tokens.read(issued)).to.deep.equal({ ...of, at, isFresh: false });
    now += 29 * DAY - 1000;
    expect(tokens.read(issued)?.isFresh).to.equal(false);
    now += 1000;
    expect(tokens.read(issued)).to.equal(undefined);
  });
});
