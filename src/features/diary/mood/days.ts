import type { Viewer } from '../../../domain/viewer.ts';
import type { OwnNotes } from '../../../forms/ownNotes.ts';
import { isWritten, weekEntries, type DayEntry } from './entries.ts';

/** Every day that a person has written about, earliest first; for the person alone. */
export async function writtenDays(
  diaryWeeks: OwnNotes,
  { room, person }: Pick<Viewer, 'room' | 'person'>,
): Promise<DayEntry[]> {
  const notes = await diaryWeeks.ofPerson(room, person);
  return notes.flatMap(({ part, draft }) => weekEntries(part, draft)).filter(isWritten);
}
