import { expect } from 'chai';
import { load } from 'cheerio';
import fc from 'fast-check';
import { startAppAndPlatform } from '../support/app.ts';
import { people } from '../support/platform/startPlatform.ts';
import type { Visit } from '../support/platform/webClient.ts';
import { everyPage, roomVisitor, type RoomVisitor } from '../support/roomVisitor.ts';
import { formsIn, twoOfEach, type PageForm } from './support/forms.ts';

/** What may be done to one field of a form. */
type Change = { kind: 'as shown' | 'left out' | 'empty' | 'twice' } | { kind: 'other'; value: string };

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Change>({ kind: 'as shown' }) },
  { weight: 3, arbitrary: fc.constantFrom<Change>({ kind: 'left out' }, { kind: 'empty' }, { kind: 'twice' }) },
  {
    weight: 3,
    arbitrary: fc
      .oneof(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.constantFrom('x'.repeat(12_000), '\u0000', '__proto__', '{{this}}', '<b>', '-1', '1e99', '2026-02-30', '[]'),
      )
      .map((value): Change => ({ kind: 'other', value })),
  },
);

const MARK = 'Mit svar 4711';

/** The body that a browser, or someone who plays with one, would send. */
function bodyOf(form: PageForm, changes: Change[]): [string, string][] {
  const names = new Set<string>();
  const pairs = form.fields.flatMap((field, index): [string, string][] => {
    const isFirst = !names.has(field.name);
    names.add(field.name);
    return pairsOf(field, changes[index % changes.length] ?? { kind: 'as shown' }, isFirst);
  });
  return [...pairs, ['answer.ukendt', 'noget andet'], ['noget', 'x']];
}

function pairsOf({ name, value, kind }: PageForm['fields'][number], how: Change, isFirst: boolean): [string, string][] {
  if (name === '_csrf') return [[name, value]];
  if (kind === 'writing') return [[name, `${MARK} i ${name}`]];
  // Of a group of options one is chosen.
  const isOther = ['radio', 'checkbox', 'submit'].includes(kind) && !isFirst;
  const asShown: [string, string] = [name, value];
  if (how.kind === 'as shown') return isOther ? [] : [asShown];
  if (how.kind === 'left out') return [];
  if (how.kind === 'twice') return [asShown, asShown];
  return [[name, how.kind === 'other' ? how.value : '']];
}

describe('every form, given anything', function () {
  this.timeout(240_000);
  let both: Awaited<ReturnType<typeof startAppAndPlatform>>;
  let shown: Visit[];
  before(async () => {
    both = await startAppAndPlatform();
    shown = await everyPage(await roomVisitor(both.platform, people.jens), 60);
  });
  after(() => both.close());

  /** The page that answers shows what was written, or the page it was written on does. */
  const expectNothingLost = async (visitor: RoomVisitor, form: PageForm, answer: Visit) => {
    const writing = form.fields.filter(({ kind }) => kind === 'writing').map(({ name }) => `${MARK} i ${name}`);
    const missing = writing.filter((text) => !load(answer.html).text().includes(text));
    if (missing.length === 0) return;
    const page = await visitor.get(form.page);
    for (const text of missing) expect(load(page.html).text(), `${form.action} keeps`).to.include(text);
  };

  for (const role of ['mette', 'instructor', 'administrator'] as const) {
    it(`ends in a page and loses no word: ${role}`, async () => {
      const visitor = await roomVisitor(both.platform, people[role]);
      const forms = twoOfEach((await everyPage(visitor, 8)).flatMap(formsIn));
      if (role === 'mette') expect(forms.length).to.be.above(20);
      for (const form of forms) {
        await fc.assert(
          fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
            const answer = await visitor.post(form.action, bodyOf(form, changes));
            expect(answer.status, `${form.action} ${JSON.stringify(changes).slice(0, 300)}`).to.be.below(500);
            await expectNothingLost(visitor, form, answer);
          }),
          { numRuns: 6, endOnFailure: true },
        );
      }
    });
  }

  it('says “Gemt kl.” only of a form that saves itself, and only once it is saved', () => {
    const saying = shown.filter(({ html }) => load(html)('[data-saved]').length > 0);
    expect(saying.length).to.be.above(20);
    for (const { url, html } of saying) {
      const $ = load(html);
      expect($('[data-saved]'), url).to.have.length(1);
      expect($('[data-saved]').closest('form[data-autosave]'), url).to.have.length(1);
      const time = $('[data-saved]').attr('data-time') ?? '';
      expect($('[data-saved]').text().includes('Gemt kl.'), url).to.equal(time !== '');
    }
  });

  it('says beside every field of one’s own words whom to call', () => {
    const writing = shown.filter(({ html }) => load(html)('main textarea').length > 0);
    expect(writing.length).to.be.above(20);
    expect(
      writing.map(({ url }) => new URL(url).pathname).some((path) => /symptomcirkel\/.*\/trin\/3$/.test(path)),
    ).to.equal(true);
    for (const { url, html } of writing) {
      const $ = load(html);
      const words = $('.hard-moments').text();
      for (const told of ['112', '70 201 201', 'læge']) expect(words, url).to.include(told);
      expect($('.hard-moments'), url).to.have.length(1);
      const form = $('main form:has(textarea)').first();
      expect(form.find('.hard-moments ~ .actions'), url).to.have.length.of.at.least(1);
    }
  });
});
