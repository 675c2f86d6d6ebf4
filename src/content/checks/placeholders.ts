import type { Language } from '../../domain/viewer.ts';
import type { Fault } from '../faults.ts';
import type { ParticipantText } from '../reading/context.ts';

/** Marks the places of a new page that its author has yet to write. */
export const PLACEHOLDER: Record<Language, string> = { da: '[Skriv her]', en: '[Write here]' };

/** Faults for every place of a text that still has such a mark. */
export function placeholdersIn({ file, language, pieces }: ParticipantText): Fault[] {
  const mark = PLACEHOLDER[language];
  const message = {
    da: `Her står der ${mark} endnu. Skriv teksten i stedet.`,
    en: `${mark} is still here; write the text instead`,
  };
  return pieces
    .filter(({ text }) => text.includes(mark))
    .map(({ line }) => ({ file, line, column: 1, message, about: 'placeholder' }));
}
