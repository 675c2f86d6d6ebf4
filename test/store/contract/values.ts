import { expect } from 'chai';
import fc from 'fast-check';
import { BadQuery, InvalidDocument } from '../../../src/store/errors.ts';
import { note, type Note } from '../support/note.ts';
import { rejection } from '../support/rejection.ts';
import type { Subject } from '../contract.ts';
import { anyText } from '../../support/anyText.ts';

const hostile = [
  '{"$gt":""}',
  '$where',
  'a.b',
  '__proto__',
  "'; DROP TABLE notes; --",
  '" OR 1=1 --',
  '?',
  ':name',
  '%',
  '\\',
  '\n\t',
  'æøå ÆØÅ',
  'e\u0301',
  'é',
  '👩‍👩‍👧 🇩🇰',
];

export function describeValues({ notes, store }: Subject): void {
  describe('values', () => {
    it('takes texts that look like operators or SQL for what they are: key, index value and content', async () => {
      for (const text of hostile) await notes().insert(text, note({ room: text, text, extra: { [text]: text } }));
      for (const text of hostile) {
        const stored = { key: text, version: 1, doc: note({ room: text, text, extra: { [text]: text } }) };
        expect(await notes().get(text)).to.deep.equal(stored);
        expect((await notes().find({ where: { room: text } })).items).to.deep.equal([stored]);
      }
      expect(await notes().count({})).to.equal(hostile.length);
    });

    it('gives back any JSON exactly, encrypted or not', async () => {
      const free = await store().collection<{ id: string; open: unknown; closed: unknown }, 'id'>({
        name: 'free',
        indexes: [['id']],
        encrypted: ['closed'],
      });
      let n = 0;
      await fc.assert(
        fc.asyncProperty(fc.jsonValue(), anyText(), async (value, text) => {
          n += 1;
          const doc = normal({ id: `i${n}`, open: [value, text], closed: { value, text } });
          await free.insert(`k${n}`, doc);
          expect((await free.get(`k${n}`))?.doc).to.deep.equal(doc);
        }),
        { numRuns: 30 },
      );
    });

    it('leaves out encrypted fields that nobody will look at, and nothing else', async () => {
      await notes().insert('k', note({ extra: ['kept'] }));
      const [found] = (await notes().find({ where: { room: 'room-1' }, without: ['text', 'person'] })).items;
      const { text: _text, ...rest } = note({ extra: ['kept'] });
      expect(found?.doc).to.deep.equal(rest);
      expect((await notes().find({ where: { room: 'room-1' } })).items[0]?.doc.text).to.equal(note().text);
    });

    it('keeps a field that is absent, null or empty as it is', async () => {
      await notes().insert('absent', note());
      await notes().insert('null', note({ extra: null }));
      await notes().insert('empty', note({ text: '', extra: {} }));
      expect((await notes().get('absent'))?.doc).to.not.have.property('extra');
      expect((await notes().get('null'))?.doc.extra).to.equal(null);
      expect((await notes().get('empty'))?.doc).to.deep.equal(note({ text: '', extra: {} }));
    });

    it('keeps a large document', async () => {
      const text = 'Jeg gik en tur i går. 😀'.repeat(40_000);
      await notes().insert('large', note({ text, extra: [text] }));
      expect((await notes().get('large'))?.doc).to.deep.equal(note({ text, extra: [text] }));
    });

    it('refuses a document above 8 MiB', async () => {
      const error = await rejection(notes().insert('a', note({ text: 'x'.repeat(8 * 1024 * 1024) })));
      expect(error).to.be.instanceOf(InvalidDocument);
    });

    it('gives a copy: a later change of the argument changes nothing', async () => {
      const doc = note({ extra: { n: 1 } });
      const stored = await notes().insert('a', doc);
      doc.extra = { n: 2 };
      expect(stored.doc.extra).to.deep.equal({ n: 1 });
    });

    // What untyped code could hand over: each is the valid document or condition but for one value.
    const wrong: Record<string, unknown> = {
      null: null,
      undefined: undefined,
      true: true,
      'a fraction': 0.1,
      NaN: Number.NaN,
      'an unsafe number': 2 ** 53,
      'an object': { $gt: '' },
      'a list': ['room-1'],
      'a text with NUL': 'a\0b',
      'half a surrogate pair': '\udc00',
    };
    it('refuses them in an index field, naming the field', async () => {
      for (const [name, value] of Object.entries(wrong)) {
        const doc: Note = Object.assign(note(), { room: value });
        for (const refused of [notes().insert('a', doc), notes().replace('a', 1, doc)]) {
          const error = await rejection(refused);
          expect(error, name).to.be.instanceOf(InvalidDocument);
          expect(error.message, name).to.contain('room').and.not.to.contain('room-1');
        }
      }
    });

    it('refuses them in a condition', async () => {
      for (const [name, value] of Object.entries(wrong)) {
        const where = Object.assign({ person: 'person-1' }, { room: value });
        const asked: object = where;
        for (const refused of [notes().find({ where: asked }), notes().count(asked), notes().deleteMany(asked)])
          expect(await rejection(refused), name).to.be.instanceOf(BadQuery);
      }
    });

    it('refuses a queue or expiry that is a text', async () => {
      for (const part of [{ dueAt: '1' }, { expiresAt: '1' }]) {
        const doc: Note = Object.assign(note(), part);
        expect(await rejection(notes().insert('a', doc))).to.be.instanceOf(InvalidDocument);
      }
    });

    it('refuses a condition or an order on a field without an index', async () => {
      const where: object = { "text' = '' OR '1": 'x' };
      expect(await rejection(notes().find({ where }))).to.be.instanceOf(BadQuery);
      const query = Object.assign({ where: {} }, { orderBy: 'text' as 'at' });
      expect(await rejection(notes().find(query))).to.be.instanceOf(BadQuery);
    });

    it('refuses names that are not plain', async () => {
      for (const name of ['Notes', 'a b', 'x"; --', '', 'sqlite_x']) {
        const schema = { name, indexes: [], encrypted: [] };
        expect(await rejection(store().collection<object, never>(schema))).to.be.instanceOf(InvalidDocument);
      }
      const schema = { name: 'names', indexes: [["id'"]], encrypted: [] } as const;
      expect(await rejection(store().collection<{ "id'": string }, "id'">(schema))).to.be.instanceOf(InvalidDocument);
    });
  });
}

// JSON knows no -0.
function normal<Value extends object>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}
