import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { kinds, readers } from '../../src/activities/kinds.ts';

const root = join(import.meta.dirname, '..', '..');
const names = kinds.map(({ name }) => name);

describe('the kinds of activity', () => {
  it('are each named once, and have a picture for the picker', () => {
    expect(names).to.include.members(['prep', 'scenario', 'handleplan', 'survey']);
    expect(new Set(names).size).to.equal(names.length);
    const pictures = names.map((name) => join(root, 'public', 'images', 'activities', `${name}.png`));
    expect(pictures.filter((picture) => !existsSync(picture))).to.deep.equal([]);
  });

  it('are each read from a package, by a module’s file or by the course’s', () => {
    const ofModules = kinds.filter(({ file }) => file.namedBy === 'module').map(({ name }) => name);
    expect([...readers.modules.keys()]).to.deep.equal(ofModules);
    expect(ofModules).to.include('prep').and.not.to.include('survey');
  });

  it('are known by name in their own folders alone', () => {
    const src = join(root, 'src');
    const comparison = new RegExp(`kind\\b[^\n]{0,20}[!=]==\\s*'(?:${names.join('|')})'`);
    const elsewhere = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !names.some((name) => file.startsWith(`activities/${name}/`)))
      .flatMap((file) =>
        readFileSync(join(src, file), 'utf8')
          .split('\n')
          .filter((line) => comparison.test(line))
          .map((line) => `${file}: ${line.trim()}`),
      )
      // What one is reminded of has kinds too, and one of them is a survey.
      .filter((line) => !line.startsWith('features/reminders/sending/reminderFacts.ts'));
    expect(elsewhere).to.deep.equal([]);
  });
});
