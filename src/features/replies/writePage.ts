import type { Language } from '../../domain/viewer.ts';
import { fingerprint } from '../../responses/merge.ts';
import type { Reply } from './store.ts';
import { texts } from '../../text/texts.ts';
import { dayAndTime } from '../../text/times.ts';
import { cprModel } from '../../forms/cpr.ts';
import { faultInWords, FIELD, replyField } from './field.ts';
import { REPLY, type ReplyForm } from './form.ts';

export interface WritePageInput {
  /** What the instructor calls the participant; empty for the whole class. */
  who: string;
  /** Title of the activity or module. */
  about: string;
  sent: Reply | undefined;
  /** How many of its recipients have read it. */
  readBy: number;
  /** How many of them have thanked for it. */
  thankedBy: number;
  /** Text that was written and not sent, and why. */
  refused?: Pick<ReplyForm, 'text' | 'fault'> | undefined;
  /** The sent reply differs from the one that the form was based on. */
  isConflict?: boolean;
  just?: 'sent' | 'takenBack' | 'nothingBack' | undefined;
  language: Language;
}

/** The page where an instructor writes, changes or takes back a reply: `views/replies/write.hbs`. */
export function writePage(input: WritePageInput) {
  const { who, about, sent, refused, isConflict = false, just, language } = input;
  const { write } = texts[language].replies;
  const error = errorOf(input);
  return {
    title: who === '' ? write.toClass : write.toOne(who),
    about: write.about(about),
    whoReads: who === '' ? write.whoReadsClass : write.whoReads(who),
    errors: error === '' ? [] : [{ href: `#${FIELD}`, message: error }],
    field: {
      ...replyField,
      ask: write.ask,
      hint: write.hint,
      error,
      value: refused?.text ?? sent?.text ?? '',
      cpr: cprOf(input),
      rows: 5,
    },
    // The next press from this page happens with the sent reply in view.
    base: fingerprint(sent?.text),
    sent: sentPart(input),
    isConflict,
    send: sent ? write.change : write.send,
    news: newsOf(just, write),
  };
}

function cprOf({ sent, refused }: WritePageInput) {
  return cprModel(REPLY, { stored: [sent?.text ?? ''], refused: refused?.fault === 'cpr' ? refused.text : undefined });
}

function sentPart(input: WritePageInput) {
  const { sent, language } = input;
  const { write } = texts[language].replies;
  const lines = sent ? [write.sentAt(dayAndTime(sent.sentAt, language)), readLine(input), thanksLine(input)] : [];
  return sent && { text: sent.text, line: lines.filter(Boolean).join(' ') };
}

function readLine({ who, readBy, language }: WritePageInput): string {
  const { write } = texts[language].replies;
  if (readBy === 0) return write.unread;
  return who === '' ? write.readBy(readBy) : write.read;
}

function thanksLine({ who, thankedBy, language }: WritePageInput): string {
  const { write } = texts[language].replies;
  if (thankedBy === 0) return '';
  return who === '' ? write.thankedBy(thankedBy) : write.thanked(who);
}

function errorOf({ refused, isConflict = false, language }: WritePageInput): string {
  return isConflict ? texts[language].replies.write.conflictError : faultInWords(refused, language);
}

function newsOf(just: WritePageInput['just'], write: (typeof texts)['da']['replies']['write']) {
  const news = {
    sent: { heading: write.sent, message: write.sentText },
    takenBack: { heading: write.takenBack, message: write.takenBackText },
    nothingBack: { heading: write.nothingBack, message: '' },
  };
  return just && news[just];
}
