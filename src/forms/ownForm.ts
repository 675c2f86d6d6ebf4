import type { Question } from '../content/course.ts';
import type { Visit } from '../http/route.ts';
import { wantsJson } from '../http/wantsJson.ts';
import type { NoteKey, OwnNote, OwnNotes } from './ownNotes.ts';
import type { Wrong } from './faults.ts';
import { isWrong, parsePosted, type PostedForm } from './posted.ts';
import { answerSilently } from './silentSave.ts';

/** A form that a person fills in for themselves alone: its questions, and where the answers are stored. */
export interface OwnPlace {
  notes: OwnNotes;
  of: NoteKey;
  /** The scope of this form's write-only token. */
  scope: string;
  questions: Question[];
}

export interface Posted {
  note: OwnNote;
  form: PostedForm;
  wrong: Wrong | undefined;
}

/**
 * Saves a form, whichever button was pressed. If a script saved it, this answers at once, and nothing more remains to
 * be done.
 */
export async function postOwnForm({ req, res, viewer }: Visit, place: OwnPlace): Promise<Posted | undefined> {
  const form = parsePosted(req.body, place.questions);
  const isSilent = wantsJson(req);
  const note = await place.notes.save(place.of, { fields: form.fields, dropped: isSilent ? [] : form.dropped });
  if (!isSilent) return { note, form, wrong: isWrong(form) ? form : undefined };
  answerSilently(res, form, { savedAt: note.savedAt, language: viewer.language });
  return undefined;
}
