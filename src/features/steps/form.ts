import type { Question, SteppedActivity } from '../../content/course.ts';
import { parsePosted, type PostedField, type PostedForm } from '../postedForm.ts';
import { questionsOf } from './rules.ts';

/** The form of an activity's step. @param body as `express.urlencoded` gives it, or anything else. */
export const parseForm = (body: unknown, activity: SteppedActivity): PostedForm =>
  parsePosted(body, questionsOf(activity).map(fieldOf));

const fieldOf = (question: Question): PostedField => {
  const { id } = question;
  if (question.kind === 'text') return { id, kind: 'text', maxLength: question.maxLength };
  const options = question.options.map((option) => option.id);
  if (question.kind === 'many') return { id, kind: 'many', options };
  return { id, kind: 'one', options, wording: question.kind === 'one' ? question.wording : undefined };
};
