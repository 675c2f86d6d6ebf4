import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import type { Question } from '../../src/content/course.ts';
import { kindOf, questionKinds, questionSchema, readQuestion } from '../../src/content/questions/kinds.ts';
import { answerInWords, answerTo } from '../../src/forms/answers.ts';
import { blockingFaults } from '../../src/forms/faults.ts';
import { fieldModel } from '../../src/forms/field.ts';
import { parsePosted, savedIn } from '../../src/forms/posted.ts';
import { texts } from '../../src/text/texts.ts';

const asked = { id: 'emne', ask: 'Hvad fylder?', required: true };
const options = [
  { id: 'soevn', label: 'Søvn' },
  { id: 'stress', label: 'Stress' },
];

/** One of each kind, as a package writes it. A new kind has to be put here. */
const entries: Record<Question['kind'], object> = {
  text: { ...asked, maxLength: 50 },
  one: { ...asked, options },
  many: { ...asked, options },
  scale: { ...asked, labels: ['Nej', 'Lidt', 'Noget', 'Meget', 'Ja'] },
  number: { ...asked, min: 0, max: 37 },
};

const questions = Object.entries(entries).flatMap(([kind, entry]) =>
  readQuestion(questionSchema.parse({ kind, ...entry })),
);

describe('every kind of question', () => {
  it('is in the registry under its own name', () => {
    expect(questions.map(({ kind }) => kind)).to.have.members(Object.keys(questionKinds));
  });

  for (const question of questions) {
    const given = fc.oneof(fc.string(), fc.array(fc.string()), fc.constantFrom('soevn', '4', ['stress', 'soevn']));

    it(`has its template: ${question.kind}`, () => {
      const partial = `views/partials/${kindOf(question).partial(question)}.hbs`;
      expect(existsSync(join(import.meta.dirname, '../..', partial)), partial).to.equal(true);
    });

    it(`reads back what it has saved, in words too: ${question.kind}`, () => {
      fc.assert(
        fc.property(given, (value) => {
          const saved = savedIn(parsePosted({ [`answer.${question.id}`]: value }, [question]));
          if (saved[question.id] === undefined) return;
          expect(answerTo(question, saved)).to.deep.equal(saved[question.id]);
          expect(answerInWords(question, saved).length === 0).to.equal(saved[question.id]!.length === 0);
        }),
      );
    });

    it(`holds up what is missing, and shows a field for it: ${question.kind}`, () => {
      const faults = blockingFaults([question], {});
      expect([...faults]).to.deep.equal([['emne', { cause: 'missing' }]]);
      const text = texts.da;
      const input = { stored: { draft: {}, other: {} }, fault: faults.get('emne'), text, words: text.prep };
      expect(fieldModel(question, input)).to.deep.include({ ask: 'Hvad fylder?', error: text.prep.fault.missing });
    });
  }
});
