import type { Language } from '../../domain/viewer.ts';
import type { OwnNotes } from '../../forms/ownNotes.ts';
import type { OwnPlace } from '../../forms/ownForm.ts';
import { allQuestions, CIRCLE } from './signs.ts';

/** A circle's id, as `randomBytes(9)` makes it. */
const ID = /^[\w-]{12}$/;

/** A circle's form; undefined if the address names none. */
export function circlePlace(
  { symptomCircles }: { symptomCircles: OwnNotes },
  { room, person, language }: { room: string; person: string; language: Language },
  id: string,
): OwnPlace | undefined {
  return ID.test(id)
    ? { notes: symptomCircles, of: { room, person, part: id }, scope: CIRCLE, questions: allQuestions(language) }
    : undefined;
}
