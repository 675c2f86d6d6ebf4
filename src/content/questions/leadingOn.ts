import type { z } from 'zod';
import { because } from '../localized.ts';
import type { QuestionEntry } from './kinds.ts';
import { refusals } from './refusals.ts';

/** Refuses every button that leads on, on a page where questions come below it or no page follows. */
export function refuseLeadingOn(
  entries: readonly QuestionEntry[],
  { context, path }: { context: z.RefinementCtx; path: PropertyKey[] },
): void {
  for (const [index, entry] of entries.entries()) {
    if (!isLeading(entry)) continue;
    context.addIssue({
      code: 'custom',
      path: [...path, index, 'leadsOn'],
      input: true,
      ...because(refusals.leadsNowhere),
    });
  }
}

/** The same for a page that another page follows: its last question may lead on if everyone is asked it. */
export function refuseLeadingOnAbove(
  entries: readonly QuestionEntry[],
  at: Parameters<typeof refuseLeadingOn>[1],
): void {
  refuseLeadingOn(entries.at(-1)?.when ? entries : entries.slice(0, -1), at);
}

function isLeading(entry: QuestionEntry): boolean {
  return entry.kind === 'one' && entry.leadsOn === true;
}
