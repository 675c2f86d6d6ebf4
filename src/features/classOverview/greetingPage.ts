import type { Language } from '../../domain/viewer.ts';
import { cprModel } from '../../forms/cpr.ts';
import { texts } from '../../text/texts.ts';
import { LONGEST_REPLY, REPLY, type ReplyForm } from '../replies/index.ts';
import type { Reach } from './greeting.ts';
import type { Group } from './hand.ts';

export interface GreetingPageInput {
  group: Group;
  reach: Reach;
  /** The instructor's name; empty if the LMS withholds it. */
  from: string;
  written: Pick<ReplyForm, 'text' | 'fault'> | undefined;
  /** Whether the words are shown as they will be read. */
  isPreview: boolean;
  language: Language;
}

const FIELD = `answer-${REPLY}`;

/** One kind message to several people: written, looked at and sent: `views/classOverview/greeting.hbs`. */
export function greetingPage(input: GreetingPageInput) {
  const { group, reach, from, written, isPreview, language } = input;
  const text = texts[language].overview.greeting;
  const error = errorOf(input);
  const value = written?.text ?? text.draft[group](from || text.yourInstructor);
  return {
    title: text.title[group],
    count: text.count(reach.to.length),
    notTo: [text.rested(reach.rested), text.unknown(reach.unknown)].filter((line) => line !== ''),
    errors: error === '' ? [] : [{ href: `#${FIELD}`, message: error }],
    hasAnyone: reach.to.length > 0,
    preview: isPreview ? value : '',
    send: text.send(reach.to.length),
    field: fieldOf(input, { value, error }),
  };
}

function errorOf({ written, language }: GreetingPageInput): string {
  const { errors } = texts[language].replies;
  if (written?.fault === 'tooLong') return errors.tooLong(LONGEST_REPLY, written.text.length);
  return written?.fault ? errors[written.fault] : '';
}

function fieldOf(
  { written, isPreview, language }: GreetingPageInput,
  { value, error }: { value: string; error: string },
) {
  const { ask, hint } = texts[language].overview.greeting;
  const refused = written?.fault === 'cpr' ? written.text : undefined;
  return {
    id: REPLY,
    inputId: FIELD,
    name: `answer.${REPLY}`,
    ask,
    hint,
    error,
    optionalLabel: '',
    value,
    // What was said to be no CPR number stays said on the page that shows the words.
    cpr: cprModel(REPLY, { stored: isPreview ? [value] : [], refused }),
    rows: 8,
    maxLength: LONGEST_REPLY,
  };
}
