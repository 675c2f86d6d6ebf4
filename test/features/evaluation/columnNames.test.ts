import { expect } from 'chai';
import fc from 'fast-check';
import { columnNames } from '../../../src/features/evaluation/rows/columnNames.ts';

describe('the names of columns in files for statistics programs', () => {
  it('are the ids, but for what a program would take for a word of its own or for another column', () => {
    const names = columnNames(['klare-job', 'to', 'by', 'str12', 'sex', 'grund/a-b', 'grund-a/b'], ['sex']);
    expect([...names.values()]).to.deep.equal(['klare_job', 'to_', 'by_', 'str12_', 'sex_2', 'grund_a_b', 'grund_a_b_2']); // prettier-ignore
  });

  it('are each of at most 30 characters, and none twice', () => {
    const id = fc.stringMatching(/^[a-z][a-z0-9]*(?:-[a-z0-9]+){0,6}$/);
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.oneof(
            id,
            fc.tuple(id, id).map((both) => both.join('/')),
          ),
        ),
        (keys) => {
          const names = [...columnNames(keys, ['person', 'wave']).values()];
          expect(new Set([...names, 'person', 'wave']).size).to.equal(keys.length + 2);
          for (const name of names) expect(name).to.match(/^[a-z]\w{0,29}$/);
        },
      ),
    );
  });
});
