import type { Place } from '../../support/engines/place.ts';

/** The titles of the preparation's steps, in order. */
export const steps = [
  'Godt, du er her',
  'Sådan er en uge på kurset',
  'Det kan du håbe på',
  'Troen på, at du kan',
  'Et første kig på handleplanen',
];

export const hopeQuestion = 'Hvad håber du, at kurset kan give dig?';

export function atStep(place: Place, title: string) {
  return place.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** Presses Næste until this step is reached. */
export async function goTo(place: Place, title: string): Promise<void> {
  // A launch may show a page of its own on the way.
  const heading = place.getByRole('heading', { level: 1, name: new RegExp(`^(${steps.join('|')})$`) });
  await heading.waitFor();
  const from = steps.indexOf((await heading.textContent()) ?? '');
  for (const step of steps.slice(from + 1, steps.indexOf(title) + 1)) {
    await place.getByRole('button', { name: 'Næste' }).click();
    await atStep(place, step);
  }
}
