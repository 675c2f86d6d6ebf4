import { expect } from 'chai';
import fc from 'fast-check';
import {
  fingerprint,
  mergeDraft,
  othersOf,
  TooMuchKept,
  type Draft,
  type FieldChange,
} from '../../src/responses/merge.ts';

const empty: Draft = { draft: {}, other: {}, writers: {}, turns: {} };
function stored(text: string, page = 'elsewhere'): Draft {
  return {
    draft: { hvad: text },
    other: {},
    writers: { hvad: page },
    turns: {},
  };
}
function change(posted: string, shown: string, page = 'here'): FieldChange {
  return {
    question: 'hvad',
    kind: 'text',
    posted,
    base: fingerprint(shown),
    page,
  };
}

describe('merging a form into a draft', () => {
  it('says so where a document would hold more than it may, and leaves nothing out', () => {
    let draft = empty;
    const many = () => {
      for (let time = 0; time < 100; time += 1)
        draft = mergeDraft(draft, [change(`udgave ${time}.`, '', `side-${time}`)]);
    };
    expect(many).to.throw(TooMuchKept);
    expect(othersOf(draft.other, 'hvad')).to.have.length(20);
    const long = () => mergeDraft(stored('x'.repeat(150_000)), [change('y'.repeat(60_000), '')]);
    expect(long).to.throw(TooMuchKept);
    // Whoever has more than that already can take away of it, and write on.
    const more = { ...empty, draft: { hvad: 'a' }, other: { hvad: ['x'.repeat(300_000)] } };
    const dropped = mergeDraft(
      more,
      [change('b', 'a')],
      [{ question: 'hvad', fingerprint: fingerprint('x'.repeat(300_000)) }],
    );
    expect(dropped).to.deep.include({ draft: { hvad: 'b' }, other: {} });
    expect(mergeDraft(more, [change('c', 'a')]).draft).to.deep.equal({ hvad: 'c' });
  });

  it('takes a text that only this page changed', () => {
    const merged = mergeDraft(stored('før'), [change('efter', 'før')]);
    expect(merged.draft).to.deep.equal({ hvad: 'efter' });
    expect(merged.other).to.deep.equal({});
  });

  it('leaves a text that only another page changed', () => {
    const merged = mergeDraft(stored('fra telefonen'), [change('før', 'før')]);
    expect(merged.draft).to.deep.equal({ hvad: 'fra telefonen' });
  });

  it('keeps both where both pages changed it', () => {
    const merged = mergeDraft(stored('fra telefonen'), [change('fra fanen', 'før')]);
    expect(merged.draft).to.deep.equal({ hvad: 'fra fanen' });
    expect(merged.other).to.deep.equal({ hvad: ['fra telefonen'] });
  });

  it('keeps nothing beside a text that holds the other word for word', () => {
    const merged = mergeDraft(stored('jeg gik'), [change('jeg gik en tur', 'før')]);
    expect(merged.other).to.deep.equal({});
  });

  it('knows what this page wrote itself, also where the page is older', () => {
    const merged = mergeDraft(stored('jeg gik', 'here'), [change('jeg løb', '')]);
    expect(merged.other).to.deep.equal({});
  });

  it('has the last words of a page, in whatever order its saves come, also a removed one', () => {
    const texts = fc.array(fc.constantFrom('', 'a', 'ab', 'b'), { minLength: 1, maxLength: 5 });
    const saves = texts.chain((given) => {
      const all = given.map((text, at) => ({ ...change(text, ''), turn: at + 1 }));
      return fc.shuffledSubarray(all, { minLength: all.length }).map((order) => ({ all, order }));
    });
    fc.assert(
      fc.property(saves, ({ all, order }) => {
        const merged = order.reduce((draft, one) => mergeDraft(draft, [one]), empty);
        expect(merged.draft['hvad'] ?? '').to.equal(all.at(-1)?.posted);
        expect(merged.other).to.deep.equal({});
      }),
    );
  });

  it('takes what is late from another page, and what says nothing of when; and remembers a few pages only', () => {
    const first = mergeDraft(empty, [{ ...change('ét', ''), turn: 9 }]);
    expect(mergeDraft(first, [{ ...change('to', 'ét', 'phone'), turn: 1 }]).draft).to.deep.equal({ hvad: 'to' });
    expect(mergeDraft(first, [change('to', 'ét')]).draft).to.deep.equal({ hvad: 'to' });
    const pages = Array.from({ length: 20 }, (_, n) => ({ ...change('x', 'x', `page-${n}`), turn: n + 1 }));
    expect(Object.keys(mergeDraft(first, pages).turns))
      .to.have.length(8)
      .and.to.include('page-19');
  });

  it('replaces a kept text by its own continuation', () => {
    const once = mergeDraft(stored('telefon'), [change('fane', '')]);
    const twice = mergeDraft(once, [change('telefon og mere', 'telefon', 'phone')]);
    expect(twice.draft).to.deep.equal({ hvad: 'telefon og mere' });
    expect(twice.other).to.deep.equal({ hvad: ['fane'] });
  });

  it('lets the posted choice win over another page', () => {
    const merged = mergeDraft({ ...empty, draft: { valg: 'a' } }, [
      { question: 'valg', kind: 'choice', posted: 'b', base: fingerprint(''), page: 'here' },
    ]);
    expect(merged.draft).to.deep.equal({ valg: 'b' });
    expect(merged.other).to.deep.equal({});
  });

  it('removes exactly the kept text that was asked for', () => {
    const both: Draft = { ...stored('nu'), other: { hvad: ['en', 'to'] } };
    const merged = mergeDraft(both, [], [{ question: 'hvad', fingerprint: fingerprint('en') }]);
    expect(merged.other).to.deep.equal({ hvad: ['to'] });
  });

  it('takes a question for nothing else than its id', () => {
    const named = { question: 'constructor', kind: 'text' as const, posted: 'tekst', base: '', page: '' };
    const merged = mergeDraft(empty, [named]);
    expect(merged.draft['constructor']).to.equal('tekst');
    expect(merged.other).to.deep.equal({});
  });

  it('does not mind the order of several options', () => {
    expect(fingerprint(['b', 'a'])).to.equal(fingerprint(['a', 'b']));
    expect(fingerprint([])).to.equal(fingerprint(''));
  });

  it('never loses a text, whatever tabs do', () => {
    const step = fc.record({
      tab: fc.nat(2),
      does: fc.constantFrom('reload', 'save', 'write', 'add', 'write, answer lost'),
      text: fc.string({ minLength: 1, maxLength: 6 }).filter((text) => text.trim() === text),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => playTabs(steps)),
      { numRuns: 300 },
    );
  });
});

interface Tab {
  page: string;
  base: string;
  shown: string;
}

interface Step {
  tab: number;
  does: string;
  text: string;
}

/** Plays the steps and checks after each that every text some tab wrote last is still there. */
function playTabs(steps: Step[]) {
  let draft: Draft = empty;
  const tabs: Tab[] = [0, 1, 2].map((n) => ({ page: `page-${n}`, base: fingerprint(''), shown: '' }));
  const live = new Map<number, string>();
  steps.forEach(({ tab: n, does, text: typed }, at) => {
    // No text is typed twice: one that a page has shown before, word for word, counts as seen.
    const text = `${typed}${at};`;
    const tab = tabs[n]!;
    const value = () => String(draft.draft['hvad'] ?? '');
    if (does === 'reload') {
      tabs[n] = { page: `page-${n}-${at}`, base: fingerprint(value()), shown: value() };
      return;
    }
    const posted = does === 'save' ? tab.shown : does === 'add' ? tab.shown + text : text;
    draft = mergeDraft(draft, [{ question: 'hvad', kind: 'text', posted, base: tab.base, page: tab.page }]);
    if (posted !== tab.shown) {
      // What a person has before their eyes and changes is theirs to change.
      for (const [other, theirs] of live) if (tab.shown.includes(theirs)) live.delete(other);
      live.set(n, posted);
    }
    tab.shown = posted;
    if (!does.includes('lost')) tab.base = fingerprint(posted);
    const kept = [value(), ...othersOf(draft.other, 'hvad')];
    for (const theirs of live.values()) {
      expect(kept.some((one) => one.includes(theirs))).to.equal(true, `"${theirs}" in ${JSON.stringify(kept)}`);
    }
  });
}
