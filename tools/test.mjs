// Everything that must hold, ending in one line with the sums.
//   node tools/test.mjs          types, lint, formatting, content, all tests
//   node tools/test.mjs --fast   the same without the browser
//   node tools/test.mjs --quick  types and the tests that take seconds, for while one works
import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { ensurePromtool } from './promtool.mjs';
import { ensureMongo } from './mongo/server.mjs';
import { testFiles } from './testOrder.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';

const kind = process.argv.includes('--quick') ? 'quick' : process.argv.includes('--fast') ? 'fast' : 'all';
const sums = { passed: 0, failed: 0, skipped: 0 };

/** Runs to the end; if others run beside it, prints only then. @returns {Promise<number | null>} the exit code */
function run(/** @type {string[]} */ args, { title = '', env = process.env } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      env,
      stdio: ['ignore', title ? 'pipe' : 'inherit', title ? 'pipe' : 'inherit'],
    });
    /** @type {Buffer[]} */
    const printed = [];
    child.stdout?.on('data', (chunk) => printed.push(chunk));
    child.stderr?.on('data', (chunk) => printed.push(chunk));
    child.on('close', (code) => {
      if (title) console.log(`\n— ${title}: ${code === 0 ? 'passed' : 'FAILED'}\n${Buffer.concat(printed).toString()}`);
      resolve(code);
    });
  });
}

/** A check that passes or fails as a whole. */
async function check(/** @type {string} */ title, /** @type {string[]} */ args) {
  if ((await run(args, { title })) === 0) sums.passed += 1;
  else sums.failed += 1;
}

/** Two at a time: most of them keep one core busy. */
async function staticChecks() {
  /** @type {[string, string[]][]} */
  const checks = [
    ['lint', ['node_modules/oxlint/bin/oxlint']],
    ['types', [...typeCheck]],
    // Finds exports without an importer, and unused dependencies.
    ['exports', ['node_modules/knip/bin/knip.js', '--no-progress', '--no-config-hints']],
    ['content', ['src/cli/content.ts', 'check']],
    ['types in the browser', [...typeCheck, '-p', 'public']],
    ['formatting', ['node_modules/oxfmt/bin/oxfmt', '--check', '.']],
  ];
  const checkRest = async () => {
    for (let next; (next = checks.shift());) await check(...next);
  };
  await Promise.all([checkRest(), checkRest()]);
}

const typeCheck = ['node_modules/typescript/bin/tsc'];

/** Quick tests: pure rules, content, texts, and HTTP; without those that wait for limits or need a browser. */
const quickTests = [
  'test/architecture.test.ts',
  'test/activities/*.test.ts',
  'test/features/reminders/*.test.ts',
  ...['domain', 'util', 'content', 'text', 'http', 'responses', 'rooms'].map((folder) => `test/${folder}/**/*.test.ts`),
];
const notQuick = ['roomFrames', 'withoutSession', 'authority', 'wholeWindow'].map(
  (name) => `test/http/${name}.test.ts`,
);

/** What was checked before is checked again only after a change. */
const typesAgain = ['--incremental', '--tsBuildInfoFile', '.runtime/types.tsbuildinfo'];

/** Adds mocha's own count; a run that crashes before reporting counts as one failure. */
async function mocha(/** @type {string[]} */ files) {
  console.log('\n— tests');
  const { folder, remove } = temporaryFolder();
  const report = join(folder, 'report.json');
  // Commands and programs that tests start read the same sources again and again.
  const cache = join(tmpdir(), 'product-compile-cache');
  const env = { ...process.env, TMPDIR: folder, RUN_DIR: folder, NODE_COMPILE_CACHE: cache };
  const workers = ['--parallel', '--jobs', String(Math.max(2, availableParallelism()))];
  const reporter = ['--reporter', './tools/reporter.mjs', '--reporter-option', `output=${report}`];
  const code = await run(['node_modules/mocha/bin/mocha.js', ...workers, ...reporter, ...files], { env });
  try {
    const { passes, failures, pending } = JSON.parse(readFileSync(report, 'utf8'));
    sums.passed += passes;
    sums.failed += failures;
    sums.skipped += pending;
    if (code !== 0 && failures === 0) sums.failed += 1;
  } catch {
    sums.failed += 1;
  }
  remove();
}

const kinds = {
  all: async () => {
    ensureBrowser();
    ensureMongo();
    ensurePromtool();
    await staticChecks();
    await mocha(testFiles(['test/**/*.test.ts']));
  },
  fast: async () => {
    ensureMongo();
    ensurePromtool();
    await staticChecks();
    await mocha(testFiles(['test/**/*.test.ts'], ['test/journeys/**', 'test/look/**']));
  },
  quick: async () => {
    await Promise.all([check('types', [...typeCheck, ...typesAgain]), mocha(testFiles(quickTests, notQuick))]);
  },
};

await kinds[kind]();
console.log(`\n${sums.passed} passed, ${sums.failed} failed${sums.skipped > 0 ? `, ${sums.skipped} skipped` : ''}`);
process.exit(sums.failed === 0 ? 0 : 1);
