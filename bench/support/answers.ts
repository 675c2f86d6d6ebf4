import type { Deps } from '../../src/deps.ts';
import type { Question, SteppedActivity } from '../../src/content/course.ts';
import { kindOf } from '../../src/content/questions/kinds.ts';
import type { FieldChange } from '../../src/responses/merge.ts';

export const PREPARATION = 'modul-1-forberedelse';

interface Owner {
  room: string;
  person: string;
}

/** As if someone had answered the first preparation, or another one, and sent it. */
export function answerPreparation(
  responses: Deps['responses'],
  { room, person }: Owner,
  activity = PREPARATION,
): Promise<unknown> {
  return responses.send(
    { room, person, activity },
    {
      kind: 'prep',
      contentVersion: 'bench',
      step: '',
      fields: [
        { question: 'haab', kind: 'text', posted: 'Mere ro i hverdagen', base: '', page: person },
        { question: 'tro', kind: 'choice', posted: '3', base: '', page: person },
      ],
      dropped: [],
    },
    () => true,
  );
}

/** As if someone had answered every question of an activity, each with the option of this number, and were at its last step. */
export function answersToAll({ kind, version, steps }: SteppedActivity, { person }: Owner, number: number) {
  const fields = steps
    .flatMap(({ questions }) => questions)
    .map((question): FieldChange => ({
      question: question.id,
      kind: kindOf(question).holds,
      posted: answerTo(question, number),
      base: '',
      page: person,
      ...(question.wording !== undefined && { wording: question.wording }),
    }));
  return { kind, contentVersion: version, step: steps.at(-1)?.id ?? '', fields, dropped: [] };
}

function answerTo(question: Question, number: number): string | string[] {
  if (question.kind === 'text') return 'Jeg går en tur';
  if (question.kind === 'number') return String(question.min);
  const { options } = question;
  const chosen = options[number % options.length]?.id ?? '';
  return question.kind === 'many' ? [chosen] : chosen;
}
