import { z } from 'zod';
import { because } from '../localized.ts';
import { lineSchema, paragraphSchema } from './schema.ts';

/** How long a webinar lasts. */
export const WEBINAR_MINUTES = 60;

/** Others lose heart when most of the hour goes to plans that did not hold. */
const STUCK_MINUTES = 5;

/** Markdown: a few short paragraphs. */
const textSchema = z.string().trim().min(1).max(1500);

const titledSchema = { title: lineSchema, text: textSchema };

const partSchema = z
  .strictObject({
    minutes: z.int().min(1).max(WEBINAR_MINUTES),
    ...titledSchema,
    /** The time for plans that did not hold. */
    stuckPlans: z.boolean().default(false),
  })
  .refine(({ minutes, stuckPlans }) => !stuckPlans || minutes <= STUCK_MINUTES, {
    path: ['minutes'],
    ...because({
      da: `er for meget: Planer, der ikke holdt, får højst ${STUCK_MINUTES} minutter. Giv resten til en anden del.`,
      en: `is too much: plans that failed get ${STUCK_MINUTES} minutes at most; give the rest to another part`,
    }),
  });

/** `<language>/<folder>/<module>.yaml`. */
export const sheetSchema = z.strictObject({
  aim: paragraphSchema,
  ready: z.array(lineSchema).min(1).max(6),
  parts: z.array(partSchema).min(3).max(10),
  answers: z.strictObject({ none: textSchema, few: textSchema, many: textSchema }),
  watch: textSchema,
});

/** `<language>/<folder>/guide.yaml`. */
export const guideSchema = z.strictObject({
  title: lineSchema,
  intro: paragraphSchema,
  chat: z.strictObject(titledSchema),
  hard: z.strictObject({
    ...titledSchema,
    order: z.array(textSchema).min(3).max(8),
    replies: z
      .array(z.strictObject({ when: lineSchema, say: paragraphSchema }))
      .min(3)
      .max(6),
  }),
  care: z.strictObject(titledSchema),
  names: z.strictObject({
    ...titledSchema,
    pairs: z
      .array(z.strictObject({ pilot: lineSchema, here: lineSchema }))
      .min(1)
      .max(30),
  }),
});
