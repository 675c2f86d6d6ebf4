import type { Clock } from '../../../domain/clock.ts';
import type { Viewer } from '../../../domain/viewer.ts';
import { dayOf, mondayOf } from '../../../domain/week.ts';
import { baseOf } from '../../../forms/base.ts';
import type { KeepTokens } from '../../../forms/keepTokens.ts';
import type { OwnNotes } from '../../../forms/ownNotes.ts';
import { hiddenOf } from '../../../forms/shown.ts';
import { answerOf } from '../../../responses/merge.ts';
import { texts } from '../../../text/texts.ts';
import { DIARY, idsOf, MOODS } from './entries.ts';
import { dayPath } from './page.ts';

/** Sent by the form on the front page, which leads back there. */
export const FRONT = 'forside';
/** Id of the section on the front page. */
export const MOOD_TODAY = 'humoer';

interface MoodTodayDeps {
  diaryWeeks: OwnNotes;
  keepTokens: KeepTokens;
  clock: Clock;
}

/** Today's mood by one press on the front page, in the shape that `views/partials/diary/moodToday.hbs` takes. */
export async function moodToday({ diaryWeeks, keepTokens, clock }: MoodTodayDeps, viewer: Viewer) {
  const { room, person, language } = viewer;
  const day = dayOf(clock());
  const { mood } = idsOf(day);
  const note = await diaryWeeks.get({ room, person, part: mondayOf(day) });
  const answer = note && answerOf(note.draft, mood);
  const { moods, oneTap } = texts[language].diary;
  const chosen = MOODS.find((one) => one === answer);
  return {
    ...hiddenOf(keepTokens, viewer, DIARY),
    id: MOOD_TODAY,
    front: FRONT,
    base: baseOf([[mood, answer ?? []]]),
    action: dayPath(viewer, day),
    name: `answer.${mood}`,
    options: MOODS.map((value) => ({ value, label: moods[value], isChosen: value === chosen })),
    hardest: moods['1'],
    best: moods['5'],
    said: chosen === undefined ? oneTap.whoReads : oneTap.chosen(moods[chosen]),
    isChosen: chosen !== undefined,
  };
}
