import { z } from 'zod';
import { fileNameSchema, idSchema, lineSchema, paragraphSchema } from './schema.ts';

/** Refuses an entry that stands twice, at the second one. */
function unique(list: readonly string[], context: z.RefinementCtx): void {
  for (const [index, entry] of list.entries()) {
    if (list.indexOf(entry) === index) continue;
    context.addIssue({ code: 'custom', path: [index], input: entry, message: `"${entry}" stands twice; keep one of them` });
  }
}

const hostSchema = z
  .string()
  .regex(/^(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d{1,5})?$/, 'use a host name such as video.example.dk, without https://');

/** `course.yaml`: what is the same in every language. */
export const courseSchema = z.strictObject({
  id: idSchema,
  /** The course is given in the languages that have a title here. */
  title: z.strictObject({ da: lineSchema, en: lineSchema.optional() }),
  mediaHosts: z.array(hostSchema).default([]).superRefine(unique),
  /** Module ids in course order; each is a folder in every language's folder. */
  modules: z.array(idSchema).min(1).superRefine(unique),
  /** Survey files in every language's folder, in the order they are to be answered. */
  surveys: z.array(fileNameSchema('yaml')).default([]).superRefine(unique),
});

/** `<language>/<module>/module.yaml`. */
export const moduleSchema = z.strictObject({
  title: lineSchema,
  summary: paragraphSchema,
  /** Activity files in the order they are to be done. */
  activities: z.array(fileNameSchema('yaml')).min(1).superRefine(unique),
});
