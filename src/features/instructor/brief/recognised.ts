import type { SteppedActivity, Step } from '../../../content/course.ts';
import { pointsOf } from '../../../content/questions/scale.ts';
import { WHOM } from '../../../activities/scenario/schema.ts';
import { answerOf } from '../../../responses/merge.ts';
import type { SentAnswers } from '../questionBlock.ts';

/** A digital co-participant, and how the class received them. */
export interface Recognised {
  id: string;
  name: string;
  about: string;
  /** How many chose to meet this co-participant. */
  met: number;
  /** How many of those recognise it well in themselves: the upper half of the scale. */
  know: number;
  /** The steps about this co-participant that contain questions. */
  steps: Step[];
}

/** Co-participants, most recognised first; among equals, the one whom most have met. */
export function recognised(scenario: SteppedActivity, sent: SentAnswers[]): Recognised[] {
  const whom = scenario.steps.flatMap(({ questions }) => questions).find(({ id }) => id === WHOM);
  if (whom?.kind !== 'one') return [];
  return whom.options
    .map(({ id, label, about = '' }) => {
      const steps = scenario.steps.filter((step) => isWith(step, id) && step.questions.length > 0);
      const meetings = sent.filter(({ answers }) => answerOf(answers, WHOM) === id);
      const know = meetings.filter(({ answers }) => knowsIt(steps, answers)).length;
      return { id, name: label, about, met: meetings.length, know, steps };
    })
    .sort((a, b) => b.know - a.know || b.met - a.met);
}

function isWith({ when = [] }: Step, person: string): boolean {
  return when.some((one) => 'question' in one && one.question === WHOM && one.is === person);
}

function knowsIt(steps: Step[], answers: SentAnswers['answers']): boolean {
  const scale = steps.flatMap(({ questions }) => questions).find(({ kind }) => kind === 'scale');
  return scale?.kind === 'scale' && Number(answerOf(answers, scale.id)) > pointsOf(scale).length / 2;
}
