import type { Language } from '../../domain/viewer.ts';
import { TO_CLASS, type Reply } from './store.ts';
import type { Person } from '../../rooms/rooms.ts';
import { texts } from '../../text/texts.ts';
import { dayAndTime } from '../../text/times.ts';

export interface ReadPageInput {
  /** Latest first. */
  replies: Reply[];
  /** Milliseconds since 1970. */
  readTo: number;
  people: Person[];
  titleOf: (about: string) => string;
  language: Language;
}

/** What instructors have written to a participant and to the class: `views/replies/read.hbs`. */
export function readPage({ replies, readTo, people, titleOf, language }: ReadPageInput) {
  const { read, write } = texts[language].replies;
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return {
    title: read.title,
    replies: replies.map(({ text, to, from, about, sentAt }) => {
      const name = names.get(from) ?? '';
      const title = titleOf(about);
      return {
        text,
        to: to === TO_CLASS ? read.toClass : read.toYou,
        from: name === '' ? read.fromInstructor : read.from(name),
        when: dayAndTime(sentAt, language),
        about: title === '' ? '' : write.about(title),
        isNew: sentAt > readTo,
      };
    }),
  };
}
