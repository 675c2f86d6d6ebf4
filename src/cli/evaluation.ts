import type { Program } from './program.ts';
import { withPlatforms } from './openPlatforms.ts';

export const program: Program = {
  commands: {
    link: {
      form: '',
      does: 'prints a link to the evaluation of all rooms that works once, within 15 minutes',
      run: ({ config }) =>
        withPlatforms(
          config,
          async ({ evaluators }) =>
            `${await evaluators.link()}\n\nGive this link to the evaluator. It works once, within 15 minutes, and opens sums, and\nrows without names of those who have said yes to it: no name, no text. Do not pass it on.\n`,
        ),
    },
  },
  about: 'Run it with the settings of the server, which may be running meanwhile.\n',
};
