import type { Language } from '../../domain/viewer.ts';
import { cprModel } from '../../forms/cpr.ts';
import { texts } from '../../text/texts.ts';
import { faultInWords, FIELD, REPLY, replyField, type ReplyForm } from '../replies/index.ts';
import type { Reach } from './message.ts';
import type { MessageGroup } from './peopleToWriteTo.ts';

export interface MessagePageInput {
  group: MessageGroup;
  reach: Reach;
  /** The instructor's name; empty if the LMS withholds it. */
  from: string;
  written: Pick<ReplyForm, 'text' | 'fault'> | undefined;
  /** Whether the words are shown as they will be read. */
  isPreview: boolean;
  language: Language;
}

/** One kind message to several people: written, looked at and sent: `views/classOverview/message.hbs`. */
export function messagePage(input: MessagePageInput) {
  const { group, reach, from, written, isPreview, language } = input;
  const text = texts[language].classOverview.message;
  const error = faultInWords(written, language);
  const value = written?.text ?? text.draft[group](from || text.yourInstructor);
  return {
    title: text.title[group],
    count: text.count(reach.to.length),
    notTo: [text.rested(reach.rested), text.unknown(reach.unknown)].filter((line) => line !== ''),
    errors: error === '' ? [] : [{ href: `#${FIELD}`, message: error }],
    hasAnyone: reach.to.length > 0,
    // People who have never been here can only be written to in the course room; the page offers the same words for
    // that.
    draft: reach.to.length === 0 && reach.unknown > 0 ? value : '',
    preview: isPreview ? value : '',
    send: text.send(reach.to.length),
    field: fieldOf(input, { value, error }),
  };
}

function fieldOf(
  { written, isPreview, language }: MessagePageInput,
  { value, error }: { value: string; error: string },
) {
  const { ask, hint } = texts[language].classOverview.message;
  const refused = written?.fault === 'cpr' ? written.text : undefined;
  return {
    ...replyField,
    ask,
    hint,
    error,
    value,
    // The preview keeps the answer that a number is no CPR number.
    cpr: cprModel(REPLY, { stored: isPreview ? [value] : [], refused }),
    rows: 8,
  };
}
