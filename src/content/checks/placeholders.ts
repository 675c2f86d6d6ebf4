import type { Language } from '../../domain/viewer.ts';
import type { Fault } from '../faults.ts';
import type { ParticipantText } from '../reading/context.ts';

/** What a new page has where its author is to write: a text that still has it is not ready for anyone. */
export const PLACEHOLDER: Record<Language, string> = { da: '[Skriv her]', en: '[Write here]' };

/** The places of a text that wait for their author. */
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
