import { z } from 'zod';
import { fileNameSchema, idSchema, lineSchema, paragraphSchema, uniqueIds } from './schema.ts';

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

const titleSchema = z.strictObject({ da: lineSchema, en: lineSchema.optional() });

/** What is kept of people, told to them: a Markdown file in every language's folder. */
const noticeSchema = z.strictObject({
  file: fileNameSchema('md'),
  /** Another number shows it to everyone once more. */
  version: z.int().min(1),
  /** The day this version is from, `YYYY-MM-DD`. */
  date: z.iso.date('use a date such as 2026-11-22'),
});

export type NoticeFile = z.output<typeof noticeSchema>;

const variantSchema = z.strictObject({
  id: idSchema,
  title: titleSchema,
  /** Module ids, week by week: every module once, in course order. */
  weeks: z.array(z.array(idSchema).min(1)).min(1),
});

/** `course.yaml`: what is the same in every language. */
export const courseSchema = z
  .strictObject({
    id: idSchema,
    /** The course is given in the languages that have a title here. */
    title: titleSchema,
    mediaHosts: z.array(hostSchema).default([]).superRefine(unique),
    /** A Markdown file in every language's folder: whom to call when it is hard. Stands wherever one writes. */
    hardMoments: fileNameSchema('md'),
    /** What is kept of people. A package without it may be tried out, but not published. */
    notice: noticeSchema.optional(),
    /** Folder of the toolbox in a language's folder; a language may lack it. */
    toolbox: idSchema.optional(),
    /** Module ids in course order; each is a folder in Danish, and in another language where it has been put into it. */
    modules: z.array(idSchema).min(1).superRefine(unique),
    /** Survey files in every language's folder, in the order they are to be answered. */
    surveys: z.array(fileNameSchema('yaml')).default([]).superRefine(unique),
    variants: z.array(variantSchema).default([]).superRefine(uniqueIds),
  })
  .superRefine(({ modules, variants }, context) => {
    for (const [index, { weeks }] of variants.entries()) {
      if (weeks.flat().join() === modules.join()) continue;
      const message = 'must hold every module once and in the order of modules; only put some in the same week';
      context.addIssue({ code: 'custom', path: ['variants', index, 'weeks'], input: weeks, message });
    }
  });

export type CourseFile = z.output<typeof courseSchema>;

/** `<language>/<module>/module.yaml`. */
export const moduleSchema = z.strictObject({
  title: lineSchema,
  summary: paragraphSchema,
  /** Activity files in the order they are to be done. */
  activities: z.array(fileNameSchema('yaml')).min(1).superRefine(unique),
});
