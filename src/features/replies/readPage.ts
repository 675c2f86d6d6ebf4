import type { Language } from '../../domain/viewer.ts';
import { TO_CLASS, type Reply } from './store.ts';
import { thankedFor } from './thanks.ts';
import type { Person } from '../../rooms/rooms.ts';
import { firstNameIn, initialsIn } from '../../text/names.ts';
import { texts } from '../../text/texts.ts';
import { dayAndTime } from '../../text/times.ts';

/** What a reply is about, and where that is. */
interface Subject {
  title: string;
  href: string;
}

export interface ReadPageInput {
  /** Latest first. */
  replies: Reply[];
  /** Milliseconds since 1970. */
  readTo: number;
  /** What the participant has thanked for. */
  thanked: ReadonlySet<string>;
  people: Person[];
  /** Undefined if the course no longer has it. */
  subjectOf: (about: string) => Subject | undefined;
  language: Language;
}

/** What instructors have written to a participant and to the class, as letters: `views/replies/read.hbs`. */
export function readPage({ replies, readTo, thanked, people, subjectOf, language }: ReadPageInput) {
  const { read } = texts[language].replies;
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return {
    title: read.title,
    replies: replies.map((reply, index) => {
      const { text, to, from, about, sentAt } = reply;
      const name = names.get(from) ?? '';
      return {
        id: `brev-${index + 1}`,
        text,
        to: to === TO_CLASS ? read.toClass : read.toYou,
        initials: initialsIn(name),
        from: name === '' ? read.fromInstructor : read.from(firstNameIn(name)),
        when: dayAndTime(sentAt, language),
        about: subjectOf(about),
        isNew: sentAt > readTo,
        isThanked: thanked.has(thankedFor(reply)),
        key: thankedFor(reply),
      };
    }),
  };
}
