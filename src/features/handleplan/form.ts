import type { Answers } from '../../domain/answers.ts';
import { baseOf as baseOfAnswers, parsePosted, type Fault, type PostedForm } from '../postedForm.ts';
import { valueOf, type Field } from './fields.ts';

/** The form of a plan. @param body as `express.urlencoded` gives it, or anything else. */
export const parseForm = (body: unknown, fields: Field[]): PostedForm => parsePosted(body, fields);

/** The hidden field `base` of a page that shows these answers in these fields. */
export const baseOf = (shown: Field[], answers: Answers, faults?: ReadonlyMap<string, Fault>): string =>
  baseOfAnswers(
    shown.map((field) => [field.id, valueOf(field, answers)]),
    faults,
  );
