import type { RemindersWorld, Visitor } from './world.ts';

/** As if these activities had been answered and sent. */
export async function makeDone({ responses }: RemindersWorld, { room, person }: Visitor, activities: string[]) {
  for (const activity of activities) {
    const change = { kind: 'prep' as const, contentVersion: 'v1', step: '', fields: [], dropped: [] };
    await responses.send({ room, person, activity }, change, () => true);
  }
}

/** As if a plan of three days had been made for the week and with the ticks that are given. */
export async function planWeek(
  { responses }: RemindersWorld,
  { room, person }: Visitor,
  ticked: Record<string, string>,
) {
  const answers: Record<string, string> = { hvad: 'Gå en tur', 'antal-dage': '3', tro: '8', ...ticked };
  const fields = Object.entries(answers).map(([question, posted]) => ({
    question,
    kind: 'choice' as const,
    posted: question.startsWith('dag-') ? [posted] : posted,
    base: '',
    page: 'p',
  }));
  const change = { kind: 'handleplan' as const, contentVersion: 'v1', step: '', fields, dropped: [] };
  await responses.send({ room, person, activity: 'modul-1-handleplan' }, change, () => true);
}
