import type { z } from 'zod';
import { because } from '../localized.ts';
import { standsTwice } from '../reading/schema.ts';
import type { QuestionEntry } from './kinds.ts';

/** The ids that answers are stored by, and where they are written. */
export function placesOf(entries: readonly QuestionEntry[], path: PropertyKey[]): { id: string; at: PropertyKey[] }[] {
  return entries.flatMap((entry, index) =>
    entry.kind === 'statements'
      ? entry.statements.map(({ id }, row) => ({ id, at: [...path, index, 'statements', row] }))
      : [{ id: entry.id, at: [...path, index] }],
  );
}

/** Refuses a repeated question id, because answers are stored by question id alone. */
export function refuseRepeatedQuestions(
  questions: { id: string; at: PropertyKey[] }[],
  context: z.RefinementCtx,
): void {
  const seen = new Set<string>();
  for (const { id, at } of questions) {
    if (seen.has(id)) {
      context.addIssue({
        code: 'custom',
        path: [...at, 'id'],
        input: id,
        ...because(standsTwice(id)),
      });
    }
    seen.add(id);
  }
}
