import { z } from 'zod';
import { advising, because, type Localized } from '../localized.ts';

/** Words that forms or the language itself already use as names. */
const TAKEN = new Set(['constructor', 'intent', 'csrf']);

const idLetters: Localized = {
  da: 'Brug små bogstaver a-z, tal og bindestreger, og begynd med et bogstav.',
  en: 'use lower-case letters a-z, digits and hyphens, beginning with a letter',
};
const takenName: Localized = {
  da: 'er et navn, som programmet selv bruger. Vælg et andet.',
  en: 'is a name that the program uses itself; choose another',
};

/** Lower-case ASCII with hyphens, as ids appear in addresses, in the LMS and in stored answers (contract). */
export const idSchema = z
  .string()
  .max(60)
  .refine((id) => /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id), advising(idLetters))
  .refine((id) => !TAKEN.has(id), because(takenName));

/** A title, question or label: one line. */
export const lineSchema = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((line) => !/[\n\r]/.test(line), advising({ da: 'Skriv det på én linje.', en: 'write it on one line' }));

/** A short paragraph. */
export const paragraphSchema = z.string().trim().min(1).max(600);

export const minutesSchema = z.int().min(1).max(60);

/** A file in the same folder or below. Never above; lower case, so that it is found on every file system. */
export function fileNameSchema(ending: string): z.ZodType<string> {
  return fileSchema('', ending);
}

/** The same, or one of a neighbouring folder: `../modul-3/navn.yaml`. */
export function sharedFileSchema(ending: string): z.ZodType<string> {
  return fileSchema('(?:\\.\\./[a-z0-9-]+/)?', ending);
}

/** @param before what may precede the name, as a pattern */
function fileSchema(before: string, ending: string): z.ZodType<string> {
  const name = new RegExp(`^${before}(?:[a-z0-9-]+/)*[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.(?:${ending})$`);
  const example = ending.split('|')[0] ?? ending;
  const advice: Localized = {
    da: `Brug et filnavn som navn.${example} med små bogstaver, tal og bindestreger.`,
    en: `use a file name such as navn.${example}, in lower-case letters, digits and hyphens`,
  };
  return z
    .string()
    .max(120)
    .refine((file) => name.test(file), advising(advice));
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
        ...because(standsTwice(id)),
      });
    }
    seen.add(id);
  }
}

export function standsTwice(id: string): Localized {
  return { da: `"${id}" står to gange. Vælg et andet navn.`, en: `"${id}" stands twice; choose another` };
}
