import type { z } from 'zod';
import { because } from '../localized.ts';
import { lineSchema } from '../reading/schema.ts';
import type { Option } from './kind.ts';
import { refusals } from './refusals.ts';

const EXITS = { dontKnow: 'ved-ikke', noAnswer: 'vil-ikke-svare' } as const;

/** The ways out of a question with options, as a package writes them: their labels. */
export const exits = { dontKnow: lineSchema.optional(), noAnswer: lineSchema.optional() };

export interface Exits {
  /** "Ved ikke" */
  dontKnow?: string | undefined;
  /** "Vil ikke svare" */
  noAnswer?: string | undefined;
}

export function exitOptions({ dontKnow, noAnswer }: Exits): Option[] {
  return [
    ...(dontKnow === undefined ? [] : [{ id: EXITS.dontKnow, label: dontKnow, isExit: true as const }]),
    ...(noAnswer === undefined ? [] : [{ id: EXITS.noAnswer, label: noAnswer, isExit: true as const }]),
  ];
}

export function exitLabels({ dontKnow, noAnswer }: Exits): string[] {
  return [dontKnow, noAnswer].filter((label) => label !== undefined);
}

/** Refuses an option with the id of a way out that the question has besides. */
export function refuseDoubleExit(entry: Exits & { options: Option[] }, context: z.RefinementCtx): void {
  const ids = exitOptions(entry).map(({ id }) => id);
  for (const [index, { id }] of entry.options.entries()) {
    if (!ids.includes(id)) continue;
    const path = ['options', index, 'id'];
    context.addIssue({ code: 'custom', path, input: id, ...because(refusals.doubleExit(id)) });
  }
}
