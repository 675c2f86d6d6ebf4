import type { z } from 'zod';

/** An answer is kept under its question's id alone. */
export function refuseRepeatedQuestions(questions: { id: string; at: PropertyKey[] }[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  for (const { id, at } of questions) {
    if (seen.has(id)) {
      context.addIssue({ code: 'custom', path: [...at, 'id'], input: id, message: `"${id}" stands twice; choose another` });
    }
    seen.add(id);
  }
}
