import type { Viewer } from '../../../domain/viewer.ts';
import { texts } from '../../../text/texts.ts';
import type { OwnPlace } from '../../../forms/ownForm.ts';
import type { BriefDeps } from './gather.ts';

/** In characters. */
const LONGEST_NOTES = 4000;

/** The instructor's own notes for the webinar of a module. */
export function notesPlace({ webinarNotes }: BriefDeps, viewer: Viewer, module: string): OwnPlace {
  const text = texts[viewer.language].instructor.notes;
  return {
    notes: webinarNotes,
    of: { room: viewer.room, person: viewer.person, part: module },
    scope: `webinar-${module}`,
    questions: [
      { kind: 'text', id: 'noter', ask: text.ask, hint: text.hint, required: true, maxLength: LONGEST_NOTES },
    ],
  };
}
