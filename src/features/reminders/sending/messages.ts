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
  /** A link of one's own to answer by; empty where one logs in. */
  answerUrl: string;
  /** See `Message`. */
  ref: string;
}

/** A reminder. It names no one, no course and nothing about health: a phone shows it to whoever is near. */
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

/** The six digits that show that the address is one's own. */
export function codeMessage(code: string, { channel, language }: Pick<Reminding, 'channel' | 'language'>): Message {
  const text = texts[language].reminders.messages.code;
  const lines = [text.line(code), text.lasts, text.notYou];
  return { subject: text.subject, text: lines.join(channel === 'sms' ? ' ' : '\n\n'), stopUrl: '', ref: '' };
}
