import { dayOf } from '../../domain/week.ts';
import type { Language } from '../../domain/viewer.ts';
import type { Room } from '../../rooms/rooms.ts';
import { texts } from '../../text/texts.ts';
import { dateInWords } from '../../text/times.ts';
import { UNKNOWN, type Statement } from './statement.ts';

interface Shown {
  room: Pick<Room, 'title'> | undefined;
  municipality: string;
  statement: Statement;
  /** Address of the same as a file. */
  file: string;
  /** Milliseconds since 1970. */
  now: number;
  language: Language;
}

/** A statement in the shape that `views/partials/municipality/table.hbs` takes. */
export function statementShown({ room, municipality, statement, file, now, language }: Shown) {
  const text = texts[language].municipality.statement;
  return {
    heading: text.heading(room?.title ?? '', labelOf(municipality, language)),
    day: text.day(dateInWords(dayOf(now), language)),
    file,
    ...statement,
  };
}

export function labelOf(municipality: string, language: Language): string {
  return municipality === UNKNOWN ? texts[language].municipality.statement.unknown : municipality;
}
