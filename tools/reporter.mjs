// mocha's own readable report, plus the counts in a file for tools/test.mjs.
import { writeFileSync } from 'node:fs';
import mocha from 'mocha';

export default class extends mocha.reporters.Spec {
  constructor(
    /** @type {mocha.Runner} */ runner,
    /** @type {mocha.MochaOptions & { reporterOption?: { output?: string } }} */ options,
  ) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      writeFileSync(options.reporterOption?.output ?? 'report.json', JSON.stringify({ passes, failures, pending }));
    });
  }
}
