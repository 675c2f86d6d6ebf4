import { z } from 'zod';
import { questionSchema } from '../questions/kinds.ts';
import { fileNameSchema, idSchema, lineSchema, minutesSchema, paragraphSchema, uniqueIds } from '../schema.ts';

const mediaAddress = z.url({ protocol: /^https$/, error: 'use an address that begins with https://' }).max(500);

export function mediaSchema(ending: string): z.ZodType<string> {
  const inMedia = fileNameSchema(ending);
  return z.string().superRefine((value, context) => {
    const checked = (value.includes(':') ? mediaAddress : inMedia).safeParse(value);
    for (const issue of checked.error?.issues ?? []) {
      context.addIssue({ code: 'custom', input: value, message: `is "${value}"; ${issue.message}` });
    }
  });
}

const VIDEO_TYPES: Record<string, string> = { mp4: 'video/mp4', webm: 'video/webm' };

export const videoSchema = z
  .strictObject({
    title: lineSchema,
    /** A file in the course's `media` folder, or an https address on one of the course's media hosts. */
    file: mediaSchema('mp4|webm'),
    /** Only for an address whose ending does not tell. */
    type: z.enum(['video/mp4', 'video/webm']).optional(),
    poster: mediaSchema('jpg|jpeg|png|webp|svg'),
    /** Always a file of the package: browsers show captions of another site only where that site allows it. */
    captions: fileNameSchema('vtt'),
    transcript: fileNameSchema('md'),
    seconds: z.int().min(1).max(3600),
  })
  .superRefine((video, context) => {
    if (!video.file.startsWith('https://') || (video.type ?? typeOf(video.file))) return;
    context.addIssue({
      code: 'custom',
      path: ['type'],
      message: 'is missing; add type: video/mp4 or video/webm, since the address does not tell',
    });
  });

/** MIME type by the ending of a file or address; undefined where that does not tell. */
export function typeOf(file: string): string | undefined {
  const path = file.split(/[?#]/)[0] ?? file;
  return VIDEO_TYPES[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
}

const stepSchema = z
  .strictObject({
    id: idSchema,
    title: lineSchema,
    minutes: minutesSchema,
    video: videoSchema.optional(),
    /** Markdown file beside this one. */
    text: fileNameSchema('md').optional(),
    questions: z.array(questionSchema).max(12).default([]),
  })
  .refine((step) => step.video ?? step.text ?? step.questions[0], 'is empty; give it a video, a text or questions');

/** An answer is kept under its question's id alone. */
export function refuseRepeatedQuestions(questions: { id: string; at: PropertyKey[] }[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  for (const { id, at } of questions) {
    if (seen.has(id)) {
      context.addIssue({ code: 'custom', path: [...at, 'id'], input: id, message: `"${id}" stands twice; choose another` });
    }
    seen.add(id);
  }
}

export const prepSchema = z
  .strictObject({
    kind: z.literal('prep'),
    id: idSchema,
    title: lineSchema,
    intro: paragraphSchema,
    steps: z.array(stepSchema).min(1).max(20).superRefine(uniqueIds),
  })
  .superRefine(({ steps }, context) => {
    const questions = steps.flatMap((step, s) =>
      step.questions.map((question, q) => ({ ...question, at: ['steps', s, 'questions', q] })),
    );
    refuseRepeatedQuestions(questions, context);
    if (!questions.some((question) => question.required)) {
      const message = 'hold no question with required: true; at least one answer must tell that the activity is done';
      context.addIssue({ code: 'custom', path: ['steps'], input: steps, message });
    }
  });

export type PrepFile = z.output<typeof prepSchema>;
export type VideoEntry = z.output<typeof videoSchema>;
