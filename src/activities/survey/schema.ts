import { z } from 'zod';
import { aboutInstrument, checkScores } from '../../content/instruments/schema.ts';
import { refusals } from '../../content/instruments/refusals.ts';
import { knownInstruments } from '../../content/instruments/known.ts';
import { refuseLooseFollowUps } from '../../content/questions/followUps.ts';
import { questionSchema, readQuestion, type QuestionEntry } from '../../content/questions/kinds.ts';
import { refuseLeadingOn } from '../../content/questions/leadingOn.ts';
import { placesOf, refuseRepeatedQuestions } from '../../content/questions/repeated.ts';
import type { ScaleQuestion } from '../../content/questions/scale.ts';
import { because, type Localized } from '../../content/localized.ts';
import { fileNameSchema, idSchema, lineSchema, minutesSchema, paragraphSchema } from '../../content/reading/schema.ts';

/**
 * A file with questions; or the file with the wording of an instrument that the program knows, which may be missing
 * yet.
 */
const namedInstrumentSchema = z.preprocess(
  (named) => (typeof named === 'string' ? { file: named } : named),
  z.strictObject({ file: fileNameSchema('yaml'), known: z.enum([...knownInstruments.keys()]).optional() }),
);

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
  instruments: z.array(namedInstrumentSchema).min(1).max(12),
});

export const consentSchema = z.strictObject({
  title: lineSchema,
  minutes: minutesSchema,
  /** Markdown file: what is asked, why, who sees it, how long it is kept, and that participation is voluntary. */
  text: fileNameSchema('md'),
  ask: lineSchema,
  yes: lineSchema,
  no: lineSchema,
  /**
   * The question whether a researcher may have the single answers, without a name; beside the consent, and optional.
   */
  share: z
    .strictObject({ ask: lineSchema, hint: paragraphSchema.default(''), yes: lineSchema, no: lineSchema })
    .optional(),
  /** What people who decline are told. */
  declined: z.strictObject({ title: lineSchema, text: fileNameSchema('md') }),
});

const labelsSchema = z.array(lineSchema).min(2).max(11);

/** The same questions every time. Any change of words makes a new version. */
export const instrumentSchema = z.preprocess(
  withUsual,
  z
    .strictObject({
      id: idSchema,
      version: z.int().min(1).max(999),
      title: lineSchema,
      minutes: minutesSchema,
      text: fileNameSchema('md').optional(),
      /** The words for 1, 2, 3 … of every scale without labels of its own. */
      labels: labelsSchema.optional(),
      ...aboutInstrument,
      questions: z.array(questionSchema).min(1).max(20),
    })
    .superRefine((entry, context) => {
      const path = ['questions'];
      refuseRepeatedQuestions(placesOf(entry.questions, path), context);
      refuseLooseFollowUps(entry.questions, { context, path });
      refuseLeadingOn(entry.questions, { context, path });
      checkScores(entry, scalesOf(entry.questions), context);
    }),
);

/** A question without a kind is a scale, and a scale without words has those of the instrument. */
function withUsual(file: unknown): unknown {
  if (!isMap(file) || !Array.isArray(file['questions'])) return file;
  const { labels } = file;
  const questions: unknown[] = file['questions'].map((question: unknown) => {
    if (!isMap(question)) return question;
    const { kind = 'scale' } = question;
    const hasWords = question['labels'] !== undefined || question['ends'] !== undefined;
    const isScale = kind === 'scale' || kind === 'statements';
    return isScale && !hasWords && labels !== undefined ? { ...question, kind, labels } : { ...question, kind };
  });
  return { ...file, questions };
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The scales among questions. */
export function scalesOf(entries: readonly QuestionEntry[]): ScaleQuestion[] {
  return entries.flatMap(readQuestion).filter((question) => question.kind === 'scale');
}

/** The sentences of a known instrument, from its publisher. */
export const wordingSchema = z
  .strictObject({
    known: z.enum([...knownInstruments.keys()]),
    title: lineSchema,
    minutes: minutesSchema,
    /** What is asked of all items. */
    ask: lineSchema,
    hint: paragraphSchema.default(''),
    /** The words of each number, from the lowest. */
    labels: labelsSchema,
    noAnswer: lineSchema.optional(),
    items: z.array(lineSchema).min(2),
  })
  .superRefine(({ known, labels, items }, context) => {
    const instrument = knownInstruments.get(known);
    if (!instrument) return;
    const { items: count, low, high, title } = instrument;
    const refuse = (path: string, said: Localized) =>
      context.addIssue({ code: 'custom', path: [path], ...because(said) });
    if (items.length !== count) refuse('items', refusals.countOf(items.length, title, count));
    if (labels.length !== high - low + 1) refuse('labels', refusals.countOf(labels.length, title, high - low + 1));
  });

export type SurveyFile = z.output<typeof surveySchema>;
export type ConsentFile = z.output<typeof consentSchema>;
export type InstrumentFile = z.output<typeof instrumentSchema>;
export type WordingFile = z.output<typeof wordingSchema>;
