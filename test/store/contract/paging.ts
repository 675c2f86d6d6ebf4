import { expect } from 'chai';
import fc from 'fast-check';
import { note, type Note, type Notes } from '../support/note.ts';
import type { Subject } from '../contract.ts';

interface Search {
  room: string | undefined;
  orderBy: 'at' | 'person' | undefined;
  descending: boolean;
  limit: number;
}

// Few different values, so that ties and several conditions meet; beside them what sorts differently in UTF-16 and UTF-8.
const person = fc.constantFrom('', 'a', 'B', 'å', 'ø', '10', '9', '\u{1f600}', '\ufffd', "';--", '{"$gt":""}');
const at = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.maxSafeInteger());
const doc = fc.record({ room: fc.constantFrom('r1', 'r2'), person, at });
const key = fc.oneof(
  fc.string({ minLength: 1, maxLength: 3, unit: fc.constantFrom('a', 'B', 'æ', '\u{1f600}', '\ufffd') }),
);
const documents = fc.dictionary(key, doc, { maxKeys: 25, noNullPrototype: true });
const search: fc.Arbitrary<Search> = fc.record({
  room: fc.constantFrom('r1', 'r2', undefined),
  orderBy: fc.constantFrom('at', 'person', undefined),
  descending: fc.boolean(),
  limit: fc.integer({ min: 1, max: 7 }),
});

function compare(left: string | number, right: string | number): number {
  return typeof left === 'number' && typeof right === 'number'
    ? Math.sign(left - right)
    : Buffer.compare(Buffer.from(String(left)), Buffer.from(String(right)));
}

/** What `find` should give, page after page: the simplest program that does it. */
function expected(docs: Map<string, Note>, { room, orderBy, descending }: Search): string[] {
  const found = [...docs].filter(([, { room: own }]) => room === undefined || own === room);
  found.sort(
    ([keyA, a], [keyB, b]) => (orderBy === undefined ? 0 : compare(a[orderBy], b[orderBy])) || compare(keyA, keyB),
  );
  return (descending ? found.reverse() : found).map(([own]) => own);
}

async function allPages(notes: Notes, { room, orderBy, descending, limit }: Search): Promise<string[][]> {
  const query = { where: room === undefined ? {} : { room }, ...(orderBy && { orderBy }), descending, limit };
  const pages: string[][] = [];
  let after: string | undefined;
  do {
    const page = await notes.find({ ...query, ...(after !== undefined && { after }) });
    pages.push(page.items.map(({ key: own }) => own));
    after = page.next;
  } while (after !== undefined);
  return pages;
}

export function describePaging({ notes }: Subject): void {
  describe('paging', () => {
    it('gives every document once, in order, in full pages, whatever is stored and asked', async () => {
      await fc.assert(
        fc.asyncProperty(documents, fc.array(search, { minLength: 5, maxLength: 5 }), async (parts, searches) => {
          const docs = new Map(Object.entries(parts).map(([own, part]) => [own, note(part)]));
          for (const [own, value] of docs) await notes().insert(own, value);
          for (const asked of searches) {
            const pages = await allPages(notes(), asked);
            expect(pages.flat()).to.deep.equal(expected(docs, asked));
            expect(pages.slice(0, -1).every((page) => page.length === asked.limit)).to.equal(true);
            expect(await notes().count(asked.room === undefined ? {} : { room: asked.room })).to.equal(
              pages.flat().length,
            );
          }
          for (const room of ['r1', 'r2']) await notes().deleteMany({ room });
          expect(await notes().count({})).to.equal(0);
        }),
        { numRuns: 15 },
      );
    });

    it('passes over none of many ties', async () => {
      await Promise.all(Array.from({ length: 60 }, (_, n) => notes().insert(`k${n}`, note({ at: n % 2 }))));
      for (const descending of [false, true]) {
        const pages = await allPages(notes(), { room: 'room-1', orderBy: 'at', descending, limit: 7 });
        expect(new Set(pages.flat()).size).to.equal(60);
        expect(pages.flat()).to.have.length(60);
      }
    });
  });
}
