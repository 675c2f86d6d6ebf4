import type { SteppedActivity } from '../../content/course.ts';
import type { Answers } from '../../domain/answers.ts';
import { isKept, readerId } from '../../forms/readers.ts';

/** What others may read of these answers: without private ones, and without any sign that these exist. */
export function withoutKept(activity: SteppedActivity, answers: Answers, keptIn = answers): Answers {
  const all = activity.steps.flatMap((step) => step.questions);
  const kept = all.filter((question) => isKept(question, keptIn)).map(({ id }) => id);
  const left = new Set([...kept, ...all.map(readerId)]);
  return Object.fromEntries(Object.entries(answers).filter(([question]) => !left.has(question)));
}
