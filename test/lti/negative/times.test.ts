import { expect } from 'chai';
import { at, attempt, expectRefused, having, letsIn, without, world, type Wrong } from '../support/attempt.ts';

describe('times', () => {
  const current = world();

  const right: Record<string, () => Wrong['claims']> = {
    'that are the platform’s own': () => undefined,
    'where the token ended 30 seconds ago': () => having({ iat: at(-90), exp: at(-30) }),
    'where the token ended 50 seconds ago': () => having({ iat: at(-110), exp: at(-50) }),
    'where the platform’s clock is 50 seconds ahead': () => having({ iat: at(50), exp: at(110) }),
    'where the token begins in 50 seconds': () => having({ nbf: at(50) }),
    'where the token lives for an hour': () => having({ exp: at(3600) }),
    'with parts of a second': () => having({ iat: at(0) + 0.5, exp: at(60) + 0.5 }),
  };
  for (const [name, claims] of Object.entries(right)) {
    it(`${name} let one in`, async () => {
      const changed = claims();
      expect(letsIn(await attempt(current(), changed ? { claims: changed } : {}))).to.equal(true);
    });
  }

  const wrong: Record<string, () => NonNullable<Wrong['claims']>> = {
    'without exp': () => without('exp'),
    'without iat': () => without('iat'),
    'with exp as text': () => having({ exp: String(at(60)) }),
    'with iat as text': () => having({ iat: String(at(0)) }),
    'with exp null': () => having({ exp: null }),
    'with iat in a list': () => having({ iat: [at(0)] }),
    'with nbf as text': () => having({ nbf: String(at(0)) }),
    'with exp zero': () => having({ exp: 0 }),
    'with exp below zero': () => having({ exp: -1 }),
    'with exp 61 seconds ago': () => having({ exp: at(-61) }),
    'with exp a year ago': () => having({ exp: at(-365 * 86_400) }),
    'with exp in milliseconds, and iat too': () => having({ iat: Date.now(), exp: Date.now() + 60_000 }),
    'with iat zero': () => having({ iat: 0 }),
    'with nbf an hour ahead': () => having({ nbf: at(3600) }),
  };
  for (const [name, claims] of Object.entries(wrong)) {
    it(`${name}: too-slow`, async () => expectRefused(await attempt(current(), { claims: claims() }), 'too-slow'));
  }

  const clocks: [name: string, code: string, differs: string, claims: () => NonNullable<Wrong['claims']>][] = [
    ['75 seconds ahead', 'clock-ahead', '2 min', () => having({ iat: at(75), exp: at(135) })],
    ['two hours ahead', 'clock-ahead', '2 h', () => having({ iat: at(7200), exp: at(7260) })],
    ['a day ahead', 'clock-ahead', '24 h', () => having({ iat: at(86_400), exp: at(90_000) })],
    ['two minutes behind', 'clock-behind', '3 min', () => having({ iat: at(-125), exp: at(-65) })],
    ['seven minutes behind', 'clock-behind', '8 min', () => having({ iat: at(-425), exp: at(60) })],
    ['a day behind', 'clock-behind', '24 h', () => having({ iat: at(-86_400), exp: at(-86_340) })],
  ];
  for (const [name, code, differs, claims] of clocks) {
    it(`of a platform whose clock is ${name}: ${code}, and the page says by how much`, async () => {
      const answer = await attempt(current(), { claims: claims() });
      expectRefused(answer, code);
      expect(answer.html).to.include(`Forskellen er cirka: ${differs}.`);
    });
  }
});
