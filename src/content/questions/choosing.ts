import type { Answer } from '../../domain/answers.ts';
import type { AnswerFault, Option, Parsed } from './kind.ts';

interface Choice {
  options: Option[];
}

/** The parts shared by the kinds in which one of several options is chosen. */
export const oneOption = {
  holds: 'choice',
  parse: ({ options }: Choice, given: string[]): Parsed => {
    if (given.length > 1) return { fault: { cause: 'repeated' } };
    const fault = unknownIn(options, given);
    return fault ? { fault } : { posted: given[0] ?? '' };
  },
  answer: ({ options }: Choice, stored: Answer | undefined) =>
    typeof stored === 'string' && options.some(({ id }) => id === stored) ? stored : '',
  fault: () => undefined,
  options: ({ options }: Choice) => options,
  model: () => ({}),
} as const;

export function unknownIn(options: Option[], given: string[]): AnswerFault | undefined {
  return given.every((one) => options.some(({ id }) => id === one)) ? undefined : { cause: 'unknown-option' };
}

/** The chosen options, in the order in which they are offered. */
export function chosenOf({ options }: Choice, answer: Answer): Option[] {
  return options.filter(({ id }) => [answer].flat().includes(id));
}
