import type { Activity, Module } from '../../content/course.ts';
import { courseWeeks, topicOf, weekCount } from '../../content/rhythm.ts';
import type { SelectionTerms } from '../../lti/index.ts';
import { weekId } from '../../domain/courseParts.ts';
import { activitiesOf, surveysOf } from '../../content/find.ts';
import { placeNames } from './items.ts';
import { choices } from './offer.ts';
import type { Shown } from './shown.ts';

export interface PickerPageInput extends Shown {
  terms: SelectionTerms;
  /** Whether the submitted form chose nothing that can be sent. */
  wrong: boolean;
}

/** Everything that may be chosen, the largest choice first, in the shape that `views/picker/choose.hbs` takes. */
export function pickerPage(input: PickerPageInput) {
  const { terms, text } = input;
  const { picker } = text;
  return {
    ...input.frame,
    title: picker.title,
    errors: input.wrong ? [{ href: '#choices', message: picker.nothingChosen }] : [],
    action: input.address(),
    oneOnly: !terms.several,
    noColumns: !terms.columns,
    shapes: shapesOf(input),
    weeks: weeksOf(input),
    surveys: surveysIn(input),
    places: placeNames.map((name) => ({ ...picker.places[name], value: name })),
    frontPicture: pictureFile('front'),
    nothing: choices.nothing,
  };
}

/** The picture that the item gets in the course. */
function pictureFile(name: string): string {
  return `images/activities/${name}.png`;
}

/** The whole course in three forms; a platform that accepts one link at a time can take only the first. */
function shapesOf({ course, schedule, text, terms }: PickerPageInput) {
  const { shapes } = text.picker;
  const [weeks, activities] = [weekCount(course, schedule), activitiesOf(course).length];
  const all = [
    { ...shapes.one, value: choices.asOne, isFirst: true },
    { ...shapes.weeks, links: shapes.weeks.links(weeks), value: choices.asWeeks },
    {
      ...shapes.activities,
      links: shapes.activities.links(activities),
      value: choices.asActivities,
      mayHaveFront: true,
    },
  ];
  return terms.several ? all : all.slice(0, 1);
}

/** Each week separately, so that it can go into its own section of the course page. */
function weeksOf(input: PickerPageInput) {
  const { course, schedule, text, terms } = input;
  return courseWeeks(course, schedule).map((week) => ({
    title: text.picker.week(week.number, topicOf(week)),
    summary: week.modules.map(({ summary }) => summary).join(' '),
    value: weekId(week.number),
    wholes: terms.several ? week.modules.flatMap((module) => wholeOf(module, input)) : [],
    activities: week.modules.flatMap((module) => module.activities.map((activity) => activityOf(activity, input))),
  }));
}

/** All activities of a module at once; for a single activity that would offer the same twice. */
function wholeOf({ id, title, activities }: Module, { text }: PickerPageInput) {
  return activities.length > 1
    ? [{ value: choices.module(id), title, count: text.picker.inWeek(activities.length) }]
    : [];
}

/**
 * Surveys belong to no week. The screening is used before people are chosen for the course, so it is never part of a
 * larger choice.
 */
function surveysIn(input: PickerPageInput) {
  const { screening, before, later } = surveysOf(input.course);
  return [...before, ...later, ...screening].map((survey) => activityOf(survey, input));
}

function activityOf({ id, kind, title, intro, minutes }: Activity, { text, address }: Shown) {
  return {
    value: choices.activity(id),
    title,
    intro,
    picture: pictureFile(kind),
    minutes: text.picker.minutes(minutes),
    preview: address(`/vis/${id}`),
  };
}
