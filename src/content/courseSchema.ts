import { z } from 'zod';
import { advising, because } from './said.ts';
import { fileNameSchema, idSchema, lineSchema, paragraphSchema, uniqueIds } from './schema.ts';

/** Refuses an entry that occurs twice, at its second occurrence. */
function unique(list: readonly string[], context: z.RefinementCtx): void {
  for (const [index, entry] of list.entries()) {
    if (list.indexOf(entry) === index) continue;
    context.addIssue({
      code: 'custom',
      path: [index],
      input: entry,
      ...because({
        da: `"${entry}" står to gange. Behold en af dem.`,
        en: `"${entry}" stands twice; keep one of them`,
      }),
    });
  }
}

const hostSchema = z.string().refine(
  (host) => /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d{1,5})?$/.test(host),
  advising({
    da: 'Skriv navnet på stedet, for eksempel video.example.dk, uden https://.',
    en: 'use a host name such as video.example.dk, without https://',
  }),
);

const titleSchema = z.strictObject({ da: lineSchema, en: lineSchema.optional() });

/** The privacy notice: a Markdown file in every language's folder. */
const noticeSchema = z.strictObject({
  file: fileNameSchema('md'),
  /** A new number shows it to everyone again. */
  version: z.int().min(1),
  /** The day this version is from, `YYYY-MM-DD`. */
  date: z
    .string()
    .refine(
      (date) => z.iso.date().safeParse(date).success,
      advising({ da: 'Skriv en dato som 2026-11-22.', en: 'use a date such as 2026-11-22' }),
    ),
});

export type NoticeFile = z.output<typeof noticeSchema>;

const variantSchema = z.strictObject({
  id: idSchema,
  title: titleSchema,
  /** Module ids, week by week: every module once, in course order. */
  weeks: z.array(z.array(idSchema).min(1)).min(1),
});

/** `course.yaml`: what all languages have in common. */
export const courseSchema = z
  .strictObject({
    id: idSchema,
    /** The course exists in the languages that have a title here. */
    title: titleSchema,
    mediaHosts: z.array(hostSchema).default([]).superRefine(unique),
    /** A Markdown file with helplines, in every language's folder. Shown beside free-text fields. */
    hardMoments: fileNameSchema('md'),
    /** The privacy notice. A package without it may be tried out, but not published. */
    notice: noticeSchema.optional(),
    /** Name of the toolbox folder in each language's folder; a language may lack it. */
    toolbox: idSchema.optional(),
    /** Name of the folder with the instructors' running sheets in each language's folder; a language may lack it. */
    runningSheets: idSchema.optional(),
    /** Module ids in course order; each has a folder in Danish, and in any other language it has been translated into. */
    modules: z.array(idSchema).min(1).superRefine(unique),
    /** Survey files in every language's folder, in the order in which they are answered. */
    surveys: z.array(fileNameSchema('yaml')).default([]).superRefine(unique),
    variants: z.array(variantSchema).default([]).superRefine(uniqueIds),
  })
  .superRefine(({ modules, variants }, context) => {
    for (const [index, { weeks }] of variants.entries()) {
      if (weeks.flat().join() === modules.join()) continue;
      const said = {
        da: 'skal have hvert modul én gang og i samme rækkefølge som modules. Sæt kun nogle i samme uge.',
        en: 'must hold every module once and in the order of modules; only put some in the same week',
      };
      context.addIssue({ code: 'custom', path: ['variants', index, 'weeks'], input: weeks, ...because(said) });
    }
  });

export type CourseFile = z.output<typeof courseSchema>;

/** `<language>/<module>/module.yaml`. */
export const moduleSchema = z.strictObject({
  title: lineSchema,
  summary: paragraphSchema,
  /** What a case worker may ask about in this week; public, so about nobody. */
  askAbout: z.array(lineSchema).max(4).default([]),
  /** Activity files in the order in which they are done. */
  activities: z.array(fileNameSchema('yaml')).min(1).superRefine(unique),
  /** A file with what there is for people who want more. */
  extra: fileNameSchema('yaml').optional(),
});
