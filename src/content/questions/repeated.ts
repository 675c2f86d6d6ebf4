import type { z } from 'zod';

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
        message: `"${id}" stands twice; choose another`,
      });
    }
    seen.add(id);
  }
}
