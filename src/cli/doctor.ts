import type { Finding } from '../domain/finding.ts';
import { examine } from './doctor/examine.ts';
import { CommandFailed } from './failure.ts';
import { withProduct } from './openProduct.ts';
import type { Program } from './program.ts';

const marks = { well: 'ok   ', doubt: 'look ', fault: 'FAULT' } as const;

export const program: Program = {
  commands: {
    form: '',
    does: `looks at everything that the program needs, and says what to do: settings, store, disk, keys, clocks, each platform's key
set, token and gradebook, mail, SMS and certificates. It changes nothing and sends nothing, and may run beside the server.`,
    run: ({ config }) =>
      withProduct(config, async (product) => {
        const findings = await examine(product);
        const report = findings.map(inWords).join('');
        const faults = findings.filter(({ state }) => state === 'fault').length;
        if (faults === 0) return `${report}All that is needed is there.\n`;
        throw new CommandFailed(`${faults} of ${findings.length} are at fault.`, report);
      }),
  },
  about: `
Exit code 0: nothing is at fault; 1: something is; 2: wrong usage. Lines that begin with "look" are no fault yet.
`,
};

function inWords({ of, state, says, todo }: Finding): string {
  return `${marks[state]}  ${of}: ${says}\n${todo === '' ? '' : `       ${todo}\n`}`;
}
