import type { Activity, Module } from '../../content/course.ts';
import type { SelectionTerms } from '../../domain/selection.ts';
import { activitiesOf, surveysOf } from '../activities.ts';
import { choices, placeNames } from './offer.ts';
import type { Shown } from './shown.ts';

export interface PickerPageInput extends Shown {
  terms: SelectionTerms;
  /** Whether the form this page answers chose nothing that can be sent. */
  wrong: boolean;
}

/** Everything that may be chosen, the largest choice first, as `views/picker/choose.hbs` takes it. */
export const pickerPage = (input: PickerPageInput) => {
  const { terms, text, course } = input;
  const { picker } = text;
  return {
    ...input.frame,
    title: picker.title,
    errors: input.wrong ? [{ href: '#choices', message: picker.nothingChosen }] : [],
    action: input.address(),
    whole: terms.several && wholeOf(input),
    oneOnly: !terms.several,
    weeks: [...course.modules.map((module) => weekOf(module, input)), ...surveysIn(input)],
    places: placeNames.map((name) => ({ ...picker.places[name], value: name })),
    frontPicture: pictureFile('front'),
    nothing: choices.nothing,
  };
};

/** The picture that the item gets in the course. */
const pictureFile = (name: string): string => `images/activities/${name}.png`;

const wholeOf = ({ course, text, terms }: PickerPageInput) => ({
  value: choices.whole,
  summary: text.picker.whole(activitiesOf(course).length, course.modules.length),
  columns: terms.columns ? text.picker.columns : text.picker.noColumns,
});

const weekOf = (module: Module, input: PickerPageInput) => ({
  title: input.text.picker.week(module.number, module.title),
  summary: module.summary,
  // A week of one activity would offer the same twice.
  whole: input.terms.several &&
    module.activities.length > 1 && {
      value: choices.module(module.id),
      count: input.text.picker.inWeek(module.activities.length),
    },
  activities: module.activities.map((activity) => activityOf(activity, input)),
});

/** They belong to no week; the screening is used before someone is chosen for the course, so it comes with nothing else. */
const surveysIn = (input: PickerPageInput) => {
  const { picker } = input.text;
  const { screening, before, later } = surveysOf(input.course);
  const activities = [...before, ...later, ...screening].map((survey) => activityOf(survey, input));
  return activities.length > 0
    ? [{ title: picker.surveys, summary: picker.surveysAbout, whole: false, activities }]
    : [];
};

const activityOf = ({ id, kind, title, intro, minutes }: Activity, { text, address }: Shown) => ({
  value: choices.activity(id),
  title,
  intro,
  picture: pictureFile(kind),
  minutes: text.picker.minutes(minutes),
  preview: address(`/vis/${id}`),
});
