import { z } from 'zod';
import { advising, because } from '../localized.ts';
import { fileNameSchema, sharedFileSchema, lineSchema } from './schema.ts';

const mediaAddress = z.string().refine(
  (value) => value.length <= 500 && z.url({ protocol: /^https$/ }).safeParse(value).success,
  advising({
    da: 'Brug en adresse, der begynder med https://.',
    en: 'use an address that begins with https://',
  }),
);

const tooLong = { da: 'er for langt. Giv filen et kortere navn.', en: 'is too long; give the file a shorter name' };

export function mediaSchema(ending: string): z.ZodType<string> {
  const inMedia = fileNameSchema(ending);
  return z.string().superRefine((value, context) => {
    const checked = (value.includes(':') ? mediaAddress : inMedia).safeParse(value);
    for (const issue of checked.error?.issues ?? []) {
      const refusal = issue.code === 'custom' ? { params: issue.params ?? {} } : because(tooLong);
      context.addIssue({ code: 'custom', input: value, ...refusal });
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
    /** Always a file of the package: browsers show captions from another site only if that site allows it. */
    captions: fileNameSchema('vtt'),
    transcript: sharedFileSchema('md'),
    seconds: z.int().min(1).max(3600),
    /** For a film that tells all by picture and captions: it begins without sound, and a button turns its voice on. */
    voice: z.literal('optional').optional(),
    /** One pause for a thought: after how many seconds, and what is asked then. */
    pause: z.strictObject({ at: z.number().min(1).max(3600), ask: lineSchema }).optional(),
  })
  .superRefine((video, context) => {
    if (!video.file.startsWith('https://') || (video.type ?? typeOf(video.file))) return;
    context.addIssue({
      code: 'custom',
      path: ['type'],
      ...because({
        da: 'mangler. Skriv type: video/mp4 eller video/webm, for adressen siger det ikke.',
        en: 'is missing; add type: video/mp4 or video/webm, since the address does not tell',
      }),
    });
  });

/** The MIME type for the ending of a file or address; undefined if the ending does not tell. */
export function typeOf(file: string): string | undefined {
  const path = file.split(/[?#]/)[0] ?? file;
  return VIDEO_TYPES[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
}

export type VideoEntry = z.output<typeof videoSchema>;
