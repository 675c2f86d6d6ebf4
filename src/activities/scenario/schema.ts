import { z } from 'zod';
import {
  fileNameSchema,
  idSchema,
  lineSchema,
  minutesSchema,
  paragraphSchema,
  uniqueIds,
} from '../../content/reading/schema.ts';
import { refuseLooseFollowUps } from '../../content/questions/followUps.ts';
import { questionSchema } from '../../content/questions/kinds.ts';
import { refuseLeadingOn } from '../../content/questions/leadingOn.ts';
import { placesOf, refuseRepeatedQuestions } from '../../content/questions/repeated.ts';
import { mediaSchema, videoSchema } from '../../content/reading/mediaSchema.ts';

/** The question of whom to meet. */
export const WHOM = 'hvem';

const pictureSchema = z.strictObject({
  /** A file in the course's `media` folder. */
  file: mediaSchema('svg|png|jpg|jpeg|webp'),
  /** What the picture shows, for people who do not see it. */
  alt: lineSchema,
});

const soundSchema = z.strictObject({
  title: lineSchema,
  file: mediaSchema('mp3|m4a'),
  transcript: fileNameSchema('md'),
});

/** A few short paragraphs of Markdown, written here in the file. */
const storySchema = z.string().trim().min(1).max(1500);

const sceneSchema = z.strictObject({
  title: lineSchema,
  picture: pictureSchema.optional(),
  sound: soundSchema.optional(),
  video: videoSchema.optional(),
  text: storySchema,
  /** Whether the page shows helplines although there is nothing to write: a panic attack, a day in bed. */
  heavy: z.boolean().default(false),
});

const wordsSchema = z.strictObject({ ask: lineSchema, hint: paragraphSchema.default('') });

const personSchema = z.strictObject({
  id: idSchema,
  name: lineSchema,
  /** A line that helps to choose. */
  about: lineSchema,
  picture: pictureSchema,
  scenes: z.array(sceneSchema).min(1).max(4),
  /** "What would you do?" Each option has its consequence. */
  choice: wordsSchema.extend({
    ways: z
      .array(z.strictObject({ id: idSchema, label: lineSchema, then: sceneSchema }))
      .min(2)
      .max(5)
      .superRefine(uniqueIds),
  }),
  reflection: wordsSchema,
  /** "What would you say to this person?" */
  advice: wordsSchema,
  /** Of any kind, asked below these; their ids are used nowhere else in the file. */
  questions: z.array(questionSchema).max(12).default([]),
  /** How it went for this person. Shown at the end. */
  wayOut: sceneSchema,
});

/** Digital co-participants: `docs/content.md`. */
export const scenarioSchema = z
  .strictObject({
    kind: z.literal('scenario'),
    id: idSchema,
    title: lineSchema,
    intro: paragraphSchema,
    /** How each of them has been since last week, in a line: shown where people choose whom to meet. */
    meanwhile: storySchema.optional(),
    /** Shown wherever a co-participant appears: that they are made up. */
    fictional: lineSchema,
    choosing: wordsSchema.extend({ title: lineSchema }),
    /** How well the reader recognises it, in four degrees. */
    recognise: wordsSchema.extend({ title: lineSchema, labels: z.array(lineSchema).length(4) }),
    /** Minutes for each step. */
    minutes: minutesSchema,
    people: z.array(personSchema).min(2).max(12).superRefine(uniqueIds),
  })
  .superRefine(({ people }, context) => {
    for (const [index, { questions }] of people.entries()) {
      const path = ['people', index, 'questions'];
      refuseLooseFollowUps(questions, { context, path });
      refuseLeadingOn(questions, { context, path });
    }
    refuseRepeatedQuestions(placesIn(people), context);
  });

/** The questions that every story with this person asks. */
export function idsOf({ id }: { id: string }) {
  return { choice: `${id}-valg`, knows: `${id}-kender`, thought: `${id}-tanke`, advice: `${id}-raad` };
}

function placesIn(people: readonly z.output<typeof personSchema>[]) {
  const fixed = people.flatMap((person, index) =>
    Object.values(idsOf(person)).map((id) => ({ id, at: ['people', index] })),
  );
  const own = people.flatMap(({ questions }, index) => placesOf(questions, ['people', index, 'questions']));
  return [{ id: WHOM, at: ['choosing'] }, ...fixed, ...own];
}

export type ScenarioFile = z.output<typeof scenarioSchema>;
export type PersonEntry = ScenarioFile['people'][number];
export type SceneEntry = z.output<typeof sceneSchema>;
export type PictureEntry = z.output<typeof pictureSchema>;
export type SoundEntry = z.output<typeof soundSchema>;
