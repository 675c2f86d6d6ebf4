// Everything that must hold, one after the other, ending in one line with the sums.
//   node tools/test.mjs          types, lint, content, all tests
//   node tools/test.mjs --fast   the same without the browser
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { ensureMongo } from './mongo/server.mjs';

const fast = process.argv.includes('--fast');
const sums = { passed: 0, failed: 0, skipped: 0 };

/** A check that passes or fails as one. */
const check = (/** @type {string} */ title, /** @type {string[]} */ args) => {
  console.log(`\n— ${title}`);
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status === 0) sums.passed += 1;
  else sums.failed += 1;
};

/** mocha's own count; a run that breaks off before it can report counts as one failure. */
const mocha = () => {
  console.log('\n— tests');
  const folder = mkdtempSync(join(tmpdir(), 'test-report-'));
  const report = join(folder, 'report.json');
  const browserless = fast ? ['--ignore', 'test/journeys/**', '--ignore', 'test/look/**'] : [];
  const { status } = spawnSync(
    process.execPath,
    [
      'node_modules/mocha/bin/mocha.js',
      '--reporter',
      './tools/reporter.mjs',
      '--reporter-option',
      `output=${report}`,
      'test/**/*.test.ts',
      ...browserless,
    ],
    { stdio: 'inherit' },
  );
  try {
    const { passes, failures, pending } = JSON.parse(readFileSync(report, 'utf8'));
    sums.passed += passes;
    sums.failed += failures;
    sums.skipped += pending;
    if (status !== 0 && failures === 0) sums.failed += 1;
  } catch {
    sums.failed += 1;
  }
  rmSync(folder, { recursive: true, force: true });
};

if (!fast) ensureBrowser();
ensureMongo();
check('types', ['node_modules/typescript/bin/tsc']);
check('lint', ['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.']);
check('formatting', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']);
check('content', ['src/content/cli.ts', 'check']);
mocha();

console.log(`\n${sums.passed} passed, ${sums.failed} failed${sums.skipped > 0 ? `, ${sums.skipped} skipped` : ''}`);
process.exit(sums.failed === 0 ? 0 : 1);
