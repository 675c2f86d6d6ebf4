import type { Language } from '../../../domain/viewer.ts';
import { texts } from '../../../text/texts.ts';
import type { Message } from '../channels/outcome.ts';
import type { Occasion } from './occasions.ts';
import type { ChannelKind } from '../records.ts';
import { timeOfDay } from '../../../text/times.ts';

export interface Reminding {
  channel: ChannelKind;
  language: Language;
  stopUrl: string;
  /** A personal link for answering; empty if the person signs in through the course. */
  answerUrl: string;
  /** See `Message`. */
  ref: string;
}

/** A reminder. It mentions no person, no course and nothing about health, because a phone shows it to bystanders. */
export function reminderMessage({ kind, begins }: Pick<Occasion, 'kind' | 'begins'>, of: Reminding): Message {
  const text = texts[of.language].reminders.messages;
  const { subject, line } = {
    preparation: text.preparation,
    webinar: { subject: text.webinar.subject, line: text.webinar.line(timeOfDay(begins, of.language)) },
    plan: text.plan,
    survey: text.survey,
  }[kind];
  const wayIn = of.answerUrl === '' ? text.wayIn : text.answer(of.answerUrl);
  const body =
    of.channel === 'sms'
      ? `${line} ${wayIn} ${text.stopShort(of.stopUrl)}`
      : [
          text.greeting,
          line,
          wayIn,
          ...(of.answerUrl === '' ? [] : [text.answerCare]),
          text.why,
          text.stop(of.stopUrl),
        ].join('\n\n');
  return { subject, text: `${body}\n`.trimStart(), stopUrl: of.stopUrl, ref: of.ref };
}

/** The six digits that prove that an address belongs to the person. */
export function codeMessage(code: string, { channel, language }: Pick<Reminding, 'channel' | 'language'>): Message {
  const text = texts[language].reminders.messages.code;
  const lines = [text.line(code), text.lasts, text.notYou];
  return { subject: text.subject, text: lines.join(channel === 'sms' ? ' ' : '\n\n'), stopUrl: '', ref: '' };
}
