import type { Course, SteppedActivity, Question } from '../../../src/content/course.ts';

const shared = { hint: '', required: false };

export const feel: Question = {
  ...shared,
  id: 'tanker',
  kind: 'text',
  ask: 'Hvad fylder lige nu?',
  maxLength: 50,
  required: true,
};
const help: Question = {
  ...shared,
  id: 'hjaelp',
  kind: 'text',
  ask: 'Hvad hjælper dig?',
  maxLength: 5000,
  mayBeKept: true,
};
export const want: Question = {
  ...shared,
  id: 'emner',
  kind: 'many',
  ask: 'Hvad vil du gerne høre om?',
  options: [
    { id: 'soevn', label: 'Søvn' },
    { id: 'stress', label: 'Stress' },
  ],
};
export const sure: Question = {
  ...shared,
  id: 'tro',
  kind: 'scale',
  ask: 'Hvor sikker er du?',
  required: true,
  options: ['1', '2', '3', '4', '5'].map((id) => ({ id, label: `Ord ${id}` })),
};
export const way: Question = {
  ...shared,
  id: 'vej',
  kind: 'one',
  ask: 'Hvordan vil du helst være med?',
  options: [
    { id: 'lytte', label: 'Lytte' },
    { id: 'tale', label: 'Tale' },
  ],
};

function step(id: string, questions: Question[]) {
  return {
    id,
    title: `Trin ${id}`,
    minutes: 5,
    video: undefined,
    html: `<p>Om ${id}</p>`,
    questions,
  };
}

/** Two steps with every kind of question; the first answer and the last are required. */
export const preparation: SteppedActivity = {
  id: 'modul-1-forberedelse',
  kind: 'prep',
  title: 'Forberedelse til uge 1',
  intro: 'Du ser en video og svarer på lidt.',
  minutes: 10,
  version: 'v1',
  steps: [step('begynd', [feel, help, want]), step('slut', [way, sure])],
};

export const course: Course = {
  id: 'proeve',
  title: 'Prøve',
  variants: [],
  mediaHosts: [],
  hardMoments: '<p>Ring 112</p>',
  modules: [
    {
      id: 'modul-1',
      number: 1,
      title: 'Godt fra start',
      summary: '',
      activities: [preparation, { ...preparation, id: 'modul-2-forberedelse', title: 'Forberedelse til uge 2' }],
    },
  ],
};
