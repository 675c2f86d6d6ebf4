import type { Deps } from '../../src/deps.ts';

export const PREPARATION = 'modul-1-forberedelse';

/** As if someone had answered the first preparation and sent it. */
export function answerPreparation(
  responses: Deps['responses'],
  { room, person }: { room: string; person: string },
): Promise<unknown> {
  return responses.send(
    { room, person, activity: PREPARATION },
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
