import { z } from 'zod';
import { refuseLooseFollowUps } from '../../content/questions/followUps.ts';
import { questionSchema } from '../../content/questions/kinds.ts';
import { refuseLeadingOn, refuseLeadingOnAbove } from '../../content/questions/leadingOn.ts';
import { placesOf, refuseRepeatedQuestions } from '../../content/questions/repeated.ts';
import { drawings } from '../../content/reading/drawings.ts';
import { videoSchema } from '../../content/reading/mediaSchema.ts';
import { because } from '../../content/localized.ts';
import {
  idSchema,
  lineSchema,
  minutesSchema,
  paragraphSchema,
  sharedFileSchema,
  uniqueIds,
} from '../../content/reading/schema.ts';

const stepSchema = z
  .strictObject({
    id: idSchema,
    title: lineSchema,
    minutes: minutesSchema,
    /** The step continues on the page of the step before it, below that one's questions. */
    goesOn: z.boolean().default(false),
    /** A drawing of the interface (docs/look.md), shown where the step has no video. */
    drawing: z.enum(drawings).optional(),
    video: videoSchema.optional(),
    /** Markdown file beside this one. */
    text: sharedFileSchema('md').optional(),
    questions: z.array(questionSchema).max(12).default([]),
  })
  .refine(
    (step) => step.video ?? step.text ?? step.questions[0],
    because({
      da: 'er tom. Giv den en film, en tekst eller spørgsmål.',
      en: 'is empty; give it a video, a text or questions',
    }),
  );

/** Refuses `goesOn` for a first step, for one with a video or drawing, and for one without questions. */
function refuseLooseSteps(steps: readonly z.output<typeof stepSchema>[], context: z.RefinementCtx): void {
  for (const [s, { goesOn, video, drawing, questions }] of steps.entries()) {
    const isLoose = s === 0 || video !== undefined || drawing !== undefined || questions.length === 0;
    if (goesOn && isLoose)
      context.addIssue({ code: 'custom', path: ['steps', s, 'goesOn'], input: true, ...because(looseStep) });
  }
}

const looseStep = {
  da: 'skal stå ved et trin, der har spørgsmål, og som ikke er det første. Fjern film og tegning fra trinnet.',
  en: 'may stand at a step that has questions, no video and no drawing, and is not the first',
};

export const prepSchema = z
  .strictObject({
    kind: z.literal('prep'),
    id: idSchema,
    title: lineSchema,
    intro: paragraphSchema,
    steps: z.array(stepSchema).min(1).max(20).superRefine(uniqueIds),
  })
  .superRefine(({ steps }, context) => {
    refuseLooseSteps(steps, context);
    for (const [s, { questions }] of steps.entries()) {
      const at = { context, path: ['steps', s, 'questions'] };
      refuseLooseFollowUps(questions, at);
      (steps[s + 1]?.goesOn === false ? refuseLeadingOnAbove : refuseLeadingOn)(questions, at);
    }
    refuseRepeatedQuestions(
      steps.flatMap(({ questions }, s) => placesOf(questions, ['steps', s, 'questions'])),
      context,
    );
    if (!steps.some(({ questions }) => questions.some(({ required, when }) => required && !when))) {
      const said = {
        da: 'har intet spørgsmål med required: true. Mindst ét svar skal vise, at opgaven er gjort.',
        en: 'hold no question with required: true; at least one answer must tell that the activity is done',
      };
      context.addIssue({ code: 'custom', path: ['steps'], input: steps, ...because(said) });
    }
  });

export type PrepFile = z.output<typeof prepSchema>;
