import type { z } from 'zod';
import type { Answers } from '../../domain/answers.ts';
import { because, type Localized } from '../localized.ts';
import type { FollowUp, QuestionBase } from './kind.ts';
import { optionsOf, readQuestion, type QuestionEntry } from './kinds.ts';
import { refusals } from './refusals.ts';

/**
 * Whether the answers ask for this question. A follow-up is always on its page, since a page without scripts cannot
 * hide it; its answer counts only if the earlier answer leads to it (docs/decisions/0048).
 */
export function isAskedFor({ when }: Pick<QuestionBase, 'when'>, answers: Answers): boolean {
  if (!when) return true;
  const earlier = Object.hasOwn(answers, when.question) ? answers[when.question] : undefined;
  return [earlier ?? []].flat().some((option) => when.is.includes(option));
}

/** Refuses follow-ups that do not follow an option of a question above them on the same page. */
export function refuseLooseFollowUps(
  entries: readonly QuestionEntry[],
  { context, path }: { context: z.RefinementCtx; path: PropertyKey[] },
): void {
  for (const [index, { when }] of entries.entries()) {
    if (!when) continue;
    const said = faultOf(entries.slice(0, index), when);
    if (said) context.addIssue({ code: 'custom', path: [...path, index, 'when'], input: when, ...because(said) });
  }
}

function faultOf(above: readonly QuestionEntry[], { question: id, is }: FollowUp): Localized | undefined {
  const entry = above.find((one) => one.id === id && one.kind !== 'statements');
  const [followed] = entry ? readQuestion(entry) : [];
  if (!followed) return refusals.followsNothing(id);
  if (followed.when) return refusals.followsFollowUp(id);
  const options = optionsOf(followed).map((option) => option.id);
  if (options.length === 0) return refusals.followsNoOptions(id);
  const unknown = is.find((option) => !options.includes(option));
  return unknown === undefined ? undefined : refusals.followsUnknown(id, unknown, options);
}
