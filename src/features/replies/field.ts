import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';
import { LONGEST_REPLY, REPLY, type ReplyForm } from './form.ts';

/** Id of the form's only field on its page. */
export const FIELD = `answer-${REPLY}`;

/** The field that a reply is written in, without its question and its text: `views/partials/text.hbs`. */
export const replyField = {
  id: REPLY,
  inputId: FIELD,
  name: `answer.${REPLY}`,
  optionalLabel: '',
  maxLength: LONGEST_REPLY,
};

/** What is wrong with a written reply, in words; empty if nothing is. */
export function faultInWords(written: Pick<ReplyForm, 'text' | 'fault'> | undefined, language: Language): string {
  const { errors } = texts[language].replies;
  if (written?.fault === 'tooLong') return errors.tooLong(LONGEST_REPLY, written.text.length);
  return written?.fault ? errors[written.fault] : '';
}
