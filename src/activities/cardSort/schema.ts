import { z } from 'zod';
import { refuseLooseFollowUps } from '../../content/questions/followUps.ts';
import { questionSchema } from '../../content/questions/kinds.ts';
import { refuseLeadingOn } from '../../content/questions/leadingOn.ts';
import { placesOf, refuseRepeatedQuestions } from '../../content/questions/repeated.ts';
import { idSchema, lineSchema, minutesSchema, paragraphSchema, uniqueIds } from '../../content/reading/schema.ts';

/** The question asked once the cards are sorted. */
export const THOUGHTS = 'tanker';

const namedSchema = z.strictObject({ id: idSchema, label: lineSchema });

/** A card sort: `docs/content.md`. */
export const cardSortSchema = z
  .strictObject({
    kind: z.literal('cardSort'),
    id: idSchema,
    title: lineSchema,
    intro: paragraphSchema,
    /** Minutes for each of the two steps. */
    minutes: minutesSchema,
    sorting: z.strictObject({ title: lineSchema, hint: paragraphSchema }),
    /** From most important to least important. */
    piles: z.array(namedSchema).min(2).max(3).superRefine(uniqueIds),
    cards: z.array(namedSchema).min(3).max(20),
    thoughts: z.strictObject({ title: lineSchema, ask: lineSchema, hint: paragraphSchema.default('') }),
    /** Of any kind, asked below the thoughts. */
    questions: z.array(questionSchema).max(12).default([]),
  })
  .superRefine(({ cards, questions }, context) => {
    refuseLooseFollowUps(questions, { context, path: ['questions'] });
    refuseLeadingOn(questions, { context, path: ['questions'] });
    const own = [{ id: THOUGHTS, at: ['thoughts'] }, ...cards.map(({ id }, card) => ({ id, at: ['cards', card] }))];
    refuseRepeatedQuestions([...own, ...placesOf(questions, ['questions'])], context);
  });

export type CardSortFile = z.output<typeof cardSortSchema>;
