import type { FindPlace } from '../../forms/rescue.ts';
import type { OwnNotes } from '../../forms/ownNotes.ts';
import { texts } from '../../text/texts.ts';
import { circlePlace } from './place.ts';

export interface CircleRescueDeps {
  symptomCircles: OwnNotes;
}

/** Finds where a circle's form belongs that arrives without a session. */
export function circleRescue(deps: CircleRescueDeps): FindPlace {
  return ({ path, ...who }) => {
    const [, room = '', circle = ''] = /^\/rum\/([^/]+)\/symptomcirkel\/([^/]+)\/trin\/[1-3]$/.exec(path) ?? [];
    const place = circlePlace(deps, { ...who, room }, circle);
    if (!place) return undefined;
    const { of, notes, scope, questions } = place;
    const words = texts[who.language].diary.rescued;
    return { room: of.room, scope, questions, words, save: (fields) => notes.save(of, { fields, dropped: [] }) };
  };
}
