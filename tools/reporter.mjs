// mocha's own readable report, with the files that took longest; plus the counts in a file for tools/test.mjs.
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
    });
  }
}
