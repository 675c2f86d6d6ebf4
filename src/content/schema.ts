import { z } from 'zod';

/** Words that forms or the language itself already use as names. */
const TAKEN = new Set(['constructor', 'intent', 'csrf']);

/** Lower-case ASCII with hyphens, as ids appear in addresses, in the LMS and in stored answers (contract). */
export const idSchema = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'use lower-case letters a-z, digits and hyphens, beginning with a letter')
  .refine((id) => !TAKEN.has(id), 'is a name that the program uses itself; choose another');

/** A title, question or label: one line. */
export const lineSchema = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\n\r]*$/, 'write it on one line');

/** A short paragraph. */
export const paragraphSchema = z.string().trim().min(1).max(600);

export const minutesSchema = z.int().min(1).max(60);

/** A file in the same folder or below. Never above; lower case, so that it is found on every file system. */
export function fileNameSchema(ending: string): z.ZodType<string> {
  const name = new RegExp(`^(?:[a-z0-9-]+/)*[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.(?:${ending})$`);
  const example = ending.split('|')[0] ?? ending;
  return z
    .string()
    .max(120)
    .regex(name, `use a file name such as navn.${example}, in lower-case letters, digits and hyphens`);
}

/** Refuses two entries with the same id, at the second. */
export function uniqueIds(list: readonly { id: string }[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  for (const [index, { id }] of list.entries()) {
    if (seen.has(id)) {
      context.addIssue({
        code: 'custom',
        path: [index, 'id'],
        input: id,
        message: `"${id}" stands twice; choose another`,
      });
    }
    seen.add(id);
  }
}
