import type { Command } from './platformCommands.ts';

export const evaluationCommands: Record<string, Command> = {
  link: {
    form: 'link',
    does: 'prints a link to the evaluation of all rooms that works once, within 15 minutes',
    run: async ({ management }) =>
      `${await management.evaluators.link()}\n\nGive this link to the evaluator. It works once, within 15 minutes, and opens sums only: no person, no text.\n`,
  },
};
