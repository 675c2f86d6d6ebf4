import type { Viewer } from '../../domain/viewer.ts';
import { texts, type Text } from '../../text/texts.ts';
import type { Fault } from '../postedForm.ts';
import { timeOfDay } from '../times.ts';
import type { Field } from './fields.ts';
import { faultMessage, fieldModel, inputIdOf, wordsOf } from './fieldModel.ts';
import { baseOf } from './form.ts';
import { likelyWeek, type Hidden, type Place } from './place.ts';
import { askedIn, isFollowUp, makingSteps, requiredIn, stepOf, type Step } from './steps.ts';
import { stepPath } from './subject.ts';
import { exampleInWords, planInWords, titleOf } from './summary.ts';

/** What is wrong with a posted step. */
export interface Wrong {
  faults: ReadonlyMap<string, Fault>;
  strays: string[];
}

export interface StepPageInput {
  place: Place;
  step: Step;
  viewer: Viewer;
  hidden: Hidden;
  wrong?: Wrong;
  justSaved?: boolean;
  /** How to begin, where a link has said so. */
  from?: string;
}

const nothingWrong: Wrong = { faults: new Map(), strays: [] };

/** A step of a plan, whole, as `views/handleplan/step.hbs` takes it. */
export const stepPage = (input: StepPageInput) => {
  const { place, step, viewer, wrong = nothingWrong } = input;
  const { subject, response } = place;
  const text = texts[viewer.language];
  return {
    title: text.handleplan.steps[step],
    activityTitle: subject.content.title,
    intro: step === 'begynd' ? subject.content.intro : '',
    lead: text.handleplan.leads[step],
    errors: errorsOf(input, wrong),
    strays: wrong.strays,
    progress: isFollowUp(step) ? undefined : progressOf(input),
    justSaved: input.justSaved ?? false,
    savedAt: response ? timeOfDay(response.savedAt, viewer.language) : '',
    ...helpIn(place, step, text),
    form: formOf(input, wrong, text),
  };
};

/** What a step gives to lean on. */
const helpIn = ({ subject, plan, before, response, wording }: Place, step: Step, { handleplan: text }: Text) => {
  const isSmaller = step === 'plan' && response?.draft['fra'] === 'mindre';
  const first = step === 'begynd' || step === 'plan';
  return {
    before: step === 'begynd' && before ? text.before(titleOf(before.plan)) : '',
    easier: isSmaller || step === 'lettere' ? subject.content.easier : [],
    easierHeading: isSmaller ? text.smallerHeading : text.easierHeading,
    examples: first ? subject.content.examples.map((example) => exampleInWords(example, wording)) : [],
    solving: step === 'loes' ? text.solving : [],
    summary: step === 'slut' ? planInWords(plan, wording) : [],
  };
};

const formOf = (input: StepPageInput, wrong: Wrong, text: Text) => {
  const { place, step, viewer, hidden } = input;
  const fields = fieldsIn(place, step);
  const draft = { draft: place.response?.draft ?? {}, other: place.response?.other ?? {} };
  const required = requiredIn(place.plan);
  return {
    action: stepPath(viewer, place.subject.id, step),
    ...hidden,
    base: baseOf(fields, draft.draft, wrong.faults),
    whoReads: whoReads(place, step, text),
    questions: fields.map((field) =>
      fieldModel(field, {
        ...place.wording,
        draft,
        fault: wrong.faults.get(field.id),
        isRequired: required.includes(field.id) || field.id === 'gik',
        preset: presetOf(field.id, input),
      }),
    ),
    buttons: buttonsOf(input, text),
  };
};

export const fieldsIn = ({ fields, plan, before }: Place, step: Step): Field[] =>
  askedIn(step, plan, { isFirst: before === undefined }).flatMap((id) => fields.find((field) => field.id === id) ?? []);

const presetOf = (field: string, { place, from }: StepPageInput): string | undefined => {
  const presets: Record<string, string> = {
    fra: from ?? 'samme',
    form: place.before?.plan.form ?? 'dage',
    uge: likelyWeek(place.wording.today),
    laeser: 'mig',
  };
  return presets[field];
};

/** Whose eyes a step's words may meet. The plan as it was sent decides; while it is being made, nobody's. */
export const whoReads = ({ subject, response }: Place, step: Step, text: Text): string => {
  const words = text.handleplan.whoReads;
  const reader = response?.sent?.['laeser'];
  const isShared = reader === 'instruktoer' || reader === 'hold';
  if (isShared) return isFollowUp(step) ? words[reader] : `${words[reader]} ${words.changing}`;
  if (subject.reader === '' || response?.sent) return words.onlyMe;
  return subject.reader === 'hold' ? words.makingAsInstructor : words.making;
};

const errorsOf = ({ place, step, viewer }: StepPageInput, wrong: Wrong): { href: string; message: string }[] => {
  const text = texts[viewer.language];
  const here = new Set(fieldsIn(place, step).map(({ id }) => id));
  const errors = place.fields.flatMap((field) => {
    const fault = wrong.faults.get(field.id);
    if (!fault) return [];
    const page = here.has(field.id) ? '' : stepPath(viewer, place.subject.id, stepOf(field.id));
    const message = text.prep.here(wordsOf(field.id, viewer.language).ask, faultMessage(field, fault, viewer.language));
    return [{ href: `${page}#${inputIdOf(field.id)}`, message }];
  });
  return wrong.strays.length > 0 ? [...errors, { href: '#strays', message: text.prep.fault.stray }] : errors;
};

const progressOf = ({ place, step, viewer }: StepPageInput) => {
  const names = texts[viewer.language].handleplan.steps;
  const steps = makingSteps(place.plan);
  const at = steps.indexOf(step);
  const number = Math.max(at, 0) + 1;
  return {
    number,
    total: steps.length,
    steps: steps.map((one, index) => ({
      title: names[one],
      isCurrent: index === number - 1,
      isDone: index < number - 1,
      href: '',
    })),
  };
};

/** The first is what Enter presses. */
const buttonsOf = ({ place, step }: StepPageInput, text: Text) => {
  const { buttons } = text.common;
  const back = { value: 'back', label: buttons.back, look: 'secondary' };
  const save = { value: 'save', label: buttons.save, look: 'tertiary' };
  if (step === 'loes') return [{ value: 'send', label: text.handleplan.saveClose, look: 'primary' }, back, save];
  if (step === 'gik') return [{ value: 'next', label: buttons.next, look: 'primary' }, back, save];
  const isMade = (place.response?.completedAt ?? 0) > 0;
  const isLast = step === 'slut';
  const send = { value: 'send', label: isMade ? text.handleplan.resend : text.handleplan.send, look: 'primary' };
  const next = { value: 'next', label: buttons.next, look: isMade ? 'secondary' : 'primary' };
  return [...(isLast || isMade ? [send] : []), ...(isLast ? [] : [next]), ...(step === 'begynd' ? [] : [back]), save];
};
