import { z } from 'zod';
import { idSchema, lineSchema, minutesSchema, paragraphSchema, uniqueIds } from '../../content/reading/schema.ts';

const sure = z.int().min(0).max(10);

const daysSchema = z.strictObject({
  kind: z.literal('days'),
  title: lineSchema,
  what: lineSchema,
  howMuch: lineSchema,
  when: lineSchema,
  days: z.int().min(1).max(7),
  sure,
});

/** The simpler form: one to three tasks instead of days. */
const tasksSchema = z.strictObject({
  kind: z.literal('tasks'),
  title: lineSchema,
  tasks: z.array(lineSchema).min(1).max(3),
  sure,
});

export const handleplanSchema = z.strictObject({
  kind: z.literal('handleplan'),
  id: idSchema,
  title: lineSchema,
  intro: paragraphSchema,
  minutes: minutesSchema,
  examples: z
    .array(z.discriminatedUnion('kind', [daysSchema, tasksSchema]))
    .max(6)
    .default([]),
  easier: z.array(lineSchema).max(8).default([]),
  ideas: z
    .array(z.strictObject({ id: idSchema, label: lineSchema }))
    .max(12)
    .superRefine(uniqueIds)
    .default([]),
});

export type HandleplanFile = z.output<typeof handleplanSchema>;
