// mocha's own readable report, plus the files that took longest and, last, the failures; the counts go to a file for
// tools/test.mjs.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import mocha from 'mocha';

const HOW_MANY = 15;

export default class extends mocha.reporters.Spec {
  constructor(
    /** @type {mocha.Runner} */ runner,
    /** @type {mocha.MochaOptions & { reporterOption?: { output?: string } }} */ options,
  ) {
    super(runner, options);
    /** @type {Map<string, number>} milliseconds, of the tests alone: what comes before and after is in none of them */
    const took = new Map();
    runner.on('test end', ({ file, duration = 0 }) => {
      if (file) took.set(file, (took.get(file) ?? 0) + duration);
    });
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      writeFileSync(options.reporterOption?.output ?? 'report.json', JSON.stringify({ passes, failures, pending }));
      const slowest = [...took].sort(([, one], [, other]) => other - one).slice(0, HOW_MANY);
      console.log('The files that took longest, in seconds; tools/testOrder.mjs begins with those:');
      for (const [file, ms] of slowest)
        console.log(`${String(Math.round(ms / 1000)).padStart(6)}  ${relative('', file)}`);
      for (const test of this.failures) console.log(`\nFAILED ${told(test)}`);
    });
  }
}

/** A failed test in a few lines, so that the end of a long output is enough to see where to look. */
function told(/** @type {mocha.Test} */ test) {
  const { message = '', cause } = test.err ?? {};
  const because = cause instanceof Error ? cause.message : '';
  return [relative('', test.file ?? ''), test.fullTitle(), ...message.split('\n').slice(0, 4), because.split('\n')[0]]
    .filter(Boolean)
    .join('\n  ')
    .slice(0, 900);
}
