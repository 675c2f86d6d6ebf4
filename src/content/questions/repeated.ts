import type { z } from 'zod';
import { because } from '../said.ts';
import { standsTwice } from '../schema.ts';

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
