import { kindOf } from '../../activities/kinds.ts';
import type { Activity, Question } from '../../content/course.ts';
import { optionsOf } from '../../content/questions/kinds.ts';
import { choices } from './offer.ts';
import type { Shown } from './shown.ts';

export interface PreviewPageInput extends Shown {
  activity: Activity;
}

/** An activity to look at before choosing it: its steps one after the other, with nothing to fill in. */
export function previewPage(input: PreviewPageInput) {
  const { activity, text, address } = input;
  return {
    ...input.frame,
    title: activity.title,
    intro: activity.intro,
    minutes: text.picker.minutes(activity.minutes),
    action: address(),
    choice: choices.activity(activity.id),
    back: address(),
    steps: kindOf(activity)
      .preview(activity)
      .map((step, index) => ({
        title: text.picker.preview.step(index + 1, step.title),
        video: step.video,
        html: step.html,
        questions: step.questions.map((question) => questionOf(question, input)),
      })),
  };
}

function questionOf(question: Question, { text }: Shown) {
  return {
    ask: question.ask,
    hint: question.hint,
    required: question.required,
    how: text.picker.preview.kinds[question.kind],
    isScale: question.kind === 'scale',
    options: optionsOf(question).map(({ label }) => label),
  };
}
