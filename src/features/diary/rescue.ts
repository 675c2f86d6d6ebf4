import type { Clock } from '../../domain/clock.ts';
import type { Language } from '../../domain/viewer.ts';
import type { OwnPlace } from '../../forms/ownForm.ts';
import type { FindPlace } from '../../forms/rescue.ts';
import type { OwnNotes } from '../../forms/ownNotes.ts';
import { texts } from '../../text/texts.ts';
import { circlePlace } from './circle/place.ts';
import { moodPlace } from './mood/place.ts';

export interface DiaryRescueDeps {
  diaryWeeks: OwnNotes;
  symptomCircles: OwnNotes;
  clock: Clock;
}

/** Where a diary's or circle's form belongs that comes without a session. */
export function diaryRescue(deps: DiaryRescueDeps): FindPlace {
  return ({ path, ...who }) => {
    const place = placeAt(deps, path, who);
    if (!place) return undefined;
    const { of, notes, scope, questions } = place;
    const words = texts[who.language].diary.rescued;
    return { room: of.room, scope, questions, words, save: (fields) => notes.save(of, { fields, dropped: [] }) };
  };
}

function placeAt(
  deps: DiaryRescueDeps,
  path: string,
  who: { person: string; language: Language },
): OwnPlace | undefined {
  const [, room = '', day, circle] =
    /^\/rum\/([^/]+)\/(?:humoerdagbog\/dag\/([^/]+)|symptomcirkel\/([^/]+)\/trin\/[1-3])$/.exec(path) ?? [];
  if (day !== undefined) return moodPlace(deps, { ...who, room }, day);
  return circle === undefined ? undefined : circlePlace(deps, { ...who, room }, circle);
}
