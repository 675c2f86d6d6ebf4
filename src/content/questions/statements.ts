import { z } from 'zod';
import { idSchema, lineSchema, uniqueIds } from '../reading/schema.ts';
import { asked } from './kind.ts';
import { checkScale, optionsOfScale, scaled, scaleLabels, type ScaleQuestion } from './scale.ts';

/**
 * Several statements with one scale, as a package writes them: a table where there is room, one question per row on a
 * phone. Each statement is a scale question of its own.
 */
export const statementsSchema = z
  .strictObject({
    kind: z.literal('statements'),
    ...asked,
    ...scaled,
    statements: z
      .array(z.strictObject({ id: idSchema, ask: lineSchema, required: z.boolean().optional() }))
      .min(2)
      .max(12)
      .superRefine(uniqueIds),
  })
  .superRefine(checkScale);

export type StatementsEntry = z.output<typeof statementsSchema>;

export function statementsOf(entry: StatementsEntry): ScaleQuestion[] {
  const { id: block, ask, hint, required, when, statements, ...scaling } = entry;
  const options = optionsOfScale(scaling);
  return statements.map((statement, index) => ({
    kind: 'scale',
    look: 'statement',
    id: statement.id,
    ask: statement.ask,
    hint: '',
    required: statement.required ?? required,
    when,
    options,
    block: { id: block, ask, hint, isFirst: index === 0 },
  }));
}

export function statementLabels({ statements, ...entry }: StatementsEntry): string[] {
  return [...statements.map(({ ask }) => ask), ...scaleLabels(entry)];
}
