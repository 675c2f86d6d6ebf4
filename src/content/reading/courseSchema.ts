import { z } from 'zod';
import { advising, because } from '../localized.ts';
import { fileNameSchema, sharedFileSchema, idSchema, lineSchema, paragraphSchema, uniqueIds } from './schema.ts';

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
  /** Module ids, week by week, in course order; those that are not among the course's modules are this rhythm's own. */
  weeks: z.array(z.array(idSchema).min(1)).min(1),
  /** False: only the rooms that have it keep it. */
  offered: z.boolean().default(true),
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
    /**
     * Module ids in course order; each has a folder in Danish, and in any other language it has been translated into.
     */
    modules: z.array(idSchema).min(1).superRefine(unique),
    /** Survey files in every language's folder, in the order in which they are answered. */
    surveys: z.array(fileNameSchema('yaml')).default([]).superRefine(unique),
    variants: z.array(variantSchema).default([]).superRefine(uniqueIds),
  })
  .superRefine(({ modules, variants }, context) => {
    for (const [index, { weeks }] of variants.entries()) {
      if (isInOrder(weeks.flat(), modules)) continue;
      const said = {
        da: 'skal have modulerne i samme rækkefølge som modules, hvert én gang. Kun en rytme med egne moduler må udelade nogle.',
        en: 'must hold the modules in the order of modules, each once; only a rhythm with modules of its own may leave some out',
      };
      context.addIssue({ code: 'custom', path: ['variants', index, 'weeks'], input: weeks, ...because(said) });
    }
  });

/** A rhythm with modules of its own may leave others out, since its own take their place; it changes no order. */
function isInOrder(ids: readonly string[], modules: readonly string[]): boolean {
  const shared = ids.filter((id) => modules.includes(id));
  const hasOwn = shared.length < ids.length;
  const expected = hasOwn ? modules.filter((id) => shared.includes(id)) : modules;
  return new Set(ids).size === ids.length && shared.join() === expected.join();
}

export type CourseFile = z.output<typeof courseSchema>;

/** `<language>/<module>/module.yaml`. */
export const moduleSchema = z.strictObject({
  title: lineSchema,
  summary: paragraphSchema,
  /** What a case worker may ask about in this week; public, so about nobody. */
  askAbout: z.array(lineSchema).max(4).default([]),
  /** Activity files in the order in which they are done. */
  activities: z.array(sharedFileSchema('yaml')).min(1).superRefine(unique),
  /** A file with what there is for people who want more. */
  extra: sharedFileSchema('yaml').optional(),
});
