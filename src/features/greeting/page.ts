import type { Language } from '../../domain/viewer.ts';
import { cprModel } from '../../forms/cpr.ts';
import { firstNameIn, initialsIn } from '../../text/names.ts';
import { texts } from '../../text/texts.ts';
import { fieldNames, lengthOf, limits, type Field, type GreetingForm } from './form.ts';
import type { GreetingPicture } from './pictureStore.ts';
import { shownOf } from './shown.ts';
import type { Greeting } from './store.ts';

export interface GreetingPageInput {
  stored: Greeting | undefined;
  picture: GreetingPicture | undefined;
  /** The name in the LMS; empty if it is withheld. */
  name: string;
  /** The form that could not be saved. */
  refused?: GreetingForm | undefined;
  room: string;
  language: Language;
}

/** Where an instructor writes how they greet the class: `views/greeting/form.hbs`. */
export function greetingPage(input: GreetingPageInput) {
  const text = texts[input.language].greeting;
  const fields = Object.fromEntries(fieldNames.map((field) => [field, fieldOf(field, input)]));
  const errors = fieldNames.flatMap((field) => {
    const message = errorOf(field, input);
    return message === '' ? [] : [{ href: `#answer-${field}`, message }];
  });
  return {
    title: text.title,
    errors,
    fields,
    shown: input.stored && shownOf(input.stored, input),
    pictureLink: input.picture ? text.picture.change : text.picture.add,
  };
}

function fieldOf(field: Field, input: GreetingPageInput) {
  const { stored, refused, name, language } = input;
  const first = { navn: firstNameIn(name), initialer: initialsIn(name), hilsen: '' };
  const kept = stored && { navn: stored.name, initialer: stored.initials, hilsen: stored.text };
  const asked = refused?.faults[field] === 'cpr' ? refused.values[field] : undefined;
  return {
    id: field,
    inputId: `answer-${field}`,
    name: `answer.${field}`,
    ...texts[language].greeting.fields[field],
    error: errorOf(field, input),
    value: refused?.values[field] ?? (kept ?? first)[field],
    rows: field === 'hilsen' ? 5 : 1,
    maxLength: limits[field],
    optionalLabel: '',
    cpr: cprModel(field, { stored: [kept?.[field] ?? ''], refused: asked }),
  };
}

function errorOf(field: Field, { refused, language }: GreetingPageInput): string {
  const { errors } = texts[language].greeting;
  const fault = refused?.faults[field];
  if (fault === 'tooLong') return errors.tooLong(limits[field], lengthOf(refused?.values[field] ?? ''));
  return fault === undefined ? '' : errors[fault === 'missing' && field === 'navn' ? 'nameMissing' : fault];
}
