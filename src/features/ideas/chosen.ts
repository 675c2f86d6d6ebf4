import type { Idea, Ideas } from './store.ts';

export type ChosenIdea = Idea & { asked: string };

/** What the instructor has chosen to show at the webinar, each idea with the question that it is for. */
export async function chosenIdeas(ideas: Pick<Ideas, 'inRoom'>, room: string): Promise<ChosenIdea[]> {
  const all = await ideas.inRoom(room);
  return all
    .filter(({ isChosen, state }) => isChosen && state === 'shown')
    .map((one) => ({ ...one, asked: all.find(({ id }) => id === one.question)?.text ?? '' }));
}
