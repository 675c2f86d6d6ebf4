import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { refusalResponses } from '../../src/lti/refusal.ts';
import { problemNumbers } from '../../src/text/problemNumbers.ts';
import { problems } from '../../src/text/da/problems.ts';

const root = join(import.meta.dirname, '..', '..');
function read(path: string) {
  return readFileSync(join(root, path), 'utf8');
}

/** Every code that the delivery of scores keeps, as its sources write them. */
function scoreCodes(): string[] {
  const files = readdirSync(join(root, 'src', 'lti', 'scores')).map((name) => `src/lti/scores/${name}`);
  const sources = [...files, 'src/responses/queue.ts', 'src/lti/publicFetch.ts'].map(read).join('\n');
  const written = [...sources.matchAll(/(?:cause: |later\(|: |room, )'([a-z]+(?:-[a-z0-9]+)*)'(?=[,} )])/g)].map(
    ([, code = '']) => code,
  );
  const unions = [...sources.matchAll(/type (?:FetchFault|Hindrance) = ([^;]+);/g)].flatMap(([, union = '']) =>
    [...union.matchAll(/'([a-z-]+)'/g)].map(([, code = '']) => code),
  );
  const other = new Set([
    ...['delivered', 'retry', 'stopped', 'columnless', 'http', 'line-item', 'postponed', 'due'],
    ...['shared', 'failed', 'seen', 'none', 'unreadable', 'at'],
    // What the worker is called in the log.
    'scores',
  ]);
  return [...new Set([...written, ...unions])].filter((code) => !other.has(code));
}

describe('docs/codes.md', () => {
  const guide = read('docs/codes.md');
  const named = new Set([...guide.matchAll(/`([a-z]+(?:-[a-z0-9.]+)*)`/g)].map(([, code = '']) => code));

  it('has every code that a page, the log or a score can have', () => {
    const scores = scoreCodes();
    expect(scores).to.include.members(['no-column', 'too-old', 'timeout', 'placement-gone', 'platform-inactive']);
    const codes = [...Object.keys(refusalResponses), ...Object.keys(problems), ...scores];
    expect(codes.filter((code) => !named.has(code))).to.deep.equal([]);
  });

  it('has the number that the page shows, in the order of the codes', () => {
    const rows = guide
      .split('\n')
      .map((line) => /^\| ([0-9, ]+) \|([^|]+)\|/.exec(line))
      .filter((row) => row !== null);
    const told = rows.flatMap(([, numbers = '', codes = '']) =>
      [...codes.matchAll(/`([a-z-]+)`/g)].map(([, code], index) => `${code} ${numbers.split(',')[index]?.trim()}`),
    );
    const missing = Object.entries(problemNumbers).filter(([code, number]) => !told.includes(`${code} ${number}`));
    expect(missing).to.deep.equal([]);
  });

  it('leads to places that there are', () => {
    const guides = ['docs/codes.md', 'docs/administrator.md', 'lti-config/moodle.md', 'lti-config/README.md'];
    for (const file of guides) {
      const links = [...read(file).matchAll(/\]\(((?!https?:)[^)#]+)/g)].map(([, path = '']) => path);
      expect(links, file).not.to.have.length(0);
      for (const link of links)
        expect(() => readFileSync(join(root, file, '..', link)), `${file}: ${link}`).not.to.throw(/ENOENT/);
    }
  });
});
