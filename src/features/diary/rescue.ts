import type { Clock } from '../../domain/clock.ts';
import type { FindPlace } from '../../forms/rescue.ts';
import type { OwnNotes } from '../../forms/ownNotes.ts';
import { texts } from '../../text/texts.ts';
import { moodPlace } from './mood/place.ts';

export interface DiaryRescueDeps {
  diaryWeeks: OwnNotes;
  clock: Clock;
}

/** Finds where a day's form belongs that arrives without a session. */
export function diaryRescue(deps: DiaryRescueDeps): FindPlace {
  return ({ path, ...who }) => {
    const [, room = '', day = ''] = /^\/rum\/([^/]+)\/humoerdagbog\/dag\/([^/]+)$/.exec(path) ?? [];
    const place = day === '' ? undefined : moodPlace(deps, { ...who, room }, day);
    if (!place) return undefined;
    const { of, notes, scope, questions } = place;
    const words = texts[who.language].diary.rescued;
    return { room: of.room, scope, questions, words, save: (fields) => notes.save(of, { fields, dropped: [] }) };
  };
}
