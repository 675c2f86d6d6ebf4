import { expect } from 'chai';
import fc from 'fast-check';
import { questionsOf } from '../../../src/activities/engine/rules.ts';
import { baseAfter, baseOf } from '../../../src/forms/base.ts';
import { parsePosted, withheldIn } from '../../../src/forms/posted.ts';
import { preparation } from './course.ts';

function parse(body: unknown) {
  return parsePosted(body, questionsOf(preparation));
}
function postedOf(body: unknown) {
  return Object.fromEntries(parse(body).fields.map(({ question, posted }) => [question, posted]));
}
function faultsOf(body: unknown) {
  return Object.fromEntries(parse(body).faults);
}

describe('the form of a step', () => {
  it('gives what was answered, by question', () => {
    const body = { intent: 'next', 'answer.tanker': 'Ro', 'answer.emner': ['stress', 'soevn'], 'answer.tro': '4' };
    expect(postedOf(body)).to.deep.equal({ tanker: 'Ro', emner: ['soevn', 'stress'], tro: '4' });
    expect(faultsOf(body)).to.deep.equal({});
    expect(parse(body).intent).to.equal('next');
  });

  it('takes one of several ticks that came alone', () => {
    expect(postedOf({ 'answer.emner': 'stress' })).to.deep.equal({ emner: ['stress'] });
  });

  it('takes the same words for the same text, whatever the browser makes of line breaks', () => {
    expect(postedOf({ 'answer.tanker': '  en\r\nto\rtre\u0000 \n' })).to.deep.equal({ tanker: 'en\nto\ntre' });
  });

  it('takes what Word puts between lines for a line, its bullets for bullets, and nothing that cannot be seen', () => {
    const pasted = '\uf0b7\tet\u000b\uf0a7\tto\u000cside\u2028linje\u0001\u001b\u007f\u0093 slut\ud83d';
    expect(postedOf({ 'answer.tanker': pasted })).to.deep.equal({ tanker: '•\tet\n•\tto\nside\nlinje slut\ufffd' });
  });

  it('takes a group without a tick for an answer only where the page showed it', () => {
    const base = baseOf([
      ['emner', ['stress']],
      ['tanker', 'før'],
    ]);
    expect(postedOf({ base })).to.deep.equal({ emner: [] });
    expect(postedOf({})).to.deep.equal({});
  });

  it('keeps a text that is too long, and says so', () => {
    const long = 'x'.repeat(51);
    expect(postedOf({ 'answer.tanker': long })).to.deep.equal({ tanker: long });
    expect(faultsOf({ 'answer.tanker': long })).to.deep.equal({ tanker: { cause: 'too-long', length: 51 } });
    expect(faultsOf({ 'answer.tanker': 'x'.repeat(50) })).to.deep.equal({});
  });

  it('keeps both texts where one field came twice, and says so', () => {
    const body = { 'answer.tanker': ['en', 'to'] };
    expect(postedOf(body)).to.deep.equal({ tanker: 'en\n\nto' });
    expect(faultsOf(body)).to.deep.equal({ tanker: { cause: 'repeated' } });
  });

  it('refuses an option that the question does not have, and two where one is asked for', () => {
    expect(faultsOf({ 'answer.tro': '6' })).to.deep.equal({ tro: { cause: 'unknown-option' } });
    expect(faultsOf({ 'answer.tro': ['1', '2'] })).to.deep.equal({ tro: { cause: 'repeated' } });
    expect(postedOf({ 'answer.tro': '6' })).to.deep.equal({});
    expect(faultsOf({ 'answer.emner': ['stress', 'x'] })).to.deep.equal({ emner: { cause: 'unknown-option' } });
    expect(postedOf({ 'answer.emner': ['stress', 'x'] })).to.deep.equal({ emner: ['stress'] });
  });

  it('refuses what is no text', () => {
    expect(faultsOf({ 'answer.tanker': { $gt: '' } })).to.deep.equal({ tanker: { cause: 'unreadable' } });
  });

  it('keeps the words of fields that the activity does not know', () => {
    expect(parse({ 'answer.fjernet': 'vigtigt', andet: 'x' }).unplacedTexts).to.deep.equal(['vigtigt']);
  });

  it('takes an unknown press for "save"', () => {
    for (const intent of ['delete', ['next', 'send'], undefined]) expect(parse({ intent }).intent).to.equal('save');
  });

  it('tells a page that stays open to build on what it shows', () => {
    const base = baseOf([
      ['tanker', 'før'],
      ['tro', '1'],
    ]);
    const after = baseAfter(parse({ base, 'answer.tanker': 'efter', 'answer.tro': '9' }));
    expect(after).to.equal(
      baseOf([
        ['tanker', 'efter'],
        ['tro', '1'],
      ]),
    );
  });

  it('never throws and never drops a text, whatever is posted', () => {
    const name = fc.oneof(
      fc.constantFrom('intent', 'base', 'page', '__proto__', 'constructor', 'drop.tanker', 'answer.constructor'),
      fc.constantFrom('tanker', 'hjaelp', 'emner', 'tro', 'vej', 'ukendt').map((id) => `answer.${id}`),
      fc.string(),
    );
    const value = fc.oneof(fc.string(), fc.array(fc.string()), fc.anything());
    fc.assert(
      fc.property(fc.oneof(fc.dictionary(name, value), fc.anything()), (body) => {
        const form = parse(body);
        const saved = form.fields.map(({ posted }) => String(posted));
        const kept = [...form.unplacedTexts, ...saved, ...Object.values(withheldIn(form))].join('\n');
        for (const [key, text] of Object.entries(body ?? {}) as [string, unknown][]) {
          const isText = ['answer.tanker', 'answer.hjaelp', 'answer.ukendt', 'answer.constructor'].includes(key);
          if (isText && typeof text === 'string' && !text.includes('\r') && !text.includes('\0'))
            expect(kept).to.include(text.trim());
        }
      }),
      { numRuns: 500 },
    );
  });
});
