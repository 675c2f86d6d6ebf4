import { z } from 'zod';
import { fileNameSchema, idSchema, lineSchema, minutesSchema, paragraphSchema } from '../../content/schema.ts';
import { asked } from '../../content/questions/kind.ts';
import { refuseRepeatedQuestions } from '../../content/questions/repeated.ts';

/** `spoergeskemaer/<name>.yaml`: when a survey is asked, and with which instruments. */
export const surveySchema = z.strictObject({
  kind: z.literal('survey'),
  id: idSchema,
  wave: z.enum(['screening', 'foer', 'efter', '3-maaneder']),
  title: lineSchema,
  intro: paragraphSchema,
  /** A file with the consent, the same in every survey. */
  consent: fileNameSchema('yaml'),
  /** Files with questions; a set of questions that is asked more than once is in one file. */
  instruments: z.array(fileNameSchema('yaml')).min(1).max(10),
});

export const consentSchema = z.strictObject({
  title: lineSchema,
  minutes: minutesSchema,
  /** Markdown file: what is asked, why, who sees it, how long it is kept, and that participation is voluntary. */
  text: fileNameSchema('md'),
  ask: lineSchema,
  yes: lineSchema,
  no: lineSchema,
  /** Whether a researcher may have the answers one by one, without a name; asked beside the consent, and may be left open. */
  share: z
    .strictObject({ ask: lineSchema, hint: paragraphSchema.default(''), yes: lineSchema, no: lineSchema })
    .optional(),
  /** What people who decline are told. */
  declined: z.strictObject({ title: lineSchema, text: fileNameSchema('md') }),
});

/** The same questions every time. Any change of words makes a new version. */
export const instrumentSchema = z
  .strictObject({
    id: idSchema,
    version: z.int().min(1).max(999),
    title: lineSchema,
    minutes: minutesSchema,
    text: fileNameSchema('md').optional(),
    /** The words for 1, 2, 3, 4 and 5 of every question without labels of its own. */
    labels: z.array(lineSchema).length(5),
    questions: z
      .array(z.strictObject({ ...asked, labels: z.array(lineSchema).length(5).optional() }))
      .min(1)
      .max(12),
  })
  .superRefine(({ questions }, context) =>
    refuseRepeatedQuestions(
      questions.map(({ id }, index) => ({ id, at: ['questions', index] })),
      context,
    ),
  );

export type SurveyFile = z.output<typeof surveySchema>;
export type ConsentFile = z.output<typeof consentSchema>;
export type InstrumentFile = z.output<typeof instrumentSchema>;
