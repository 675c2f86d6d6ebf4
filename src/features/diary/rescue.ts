import type { Request, Response } from 'express';
import type { Clock } from '../../domain/clock.ts';
import type { Language } from '../../domain/viewer.ts';
import { Problem } from '../../http/problem.ts';
import { languageOf } from '../../http/showProblem.ts';
import type { KeepTokens } from '../../responses/keepTokens.ts';
import type { OwnNotes } from '../../responses/ownNotes.ts';
import { texts } from '../../text/texts.ts';
import { withheldIn } from '../postedForm.ts';
import { answerSilently } from '../silentSave.ts';
import { readForm, textsIn, textsOf, type OwnPlace } from '../steps/index.ts';
import { timeOfDay } from '../times.ts';
import { circlePlace } from './circle/place.ts';
import { moodPlace } from './mood/place.ts';

export interface DiaryRescueDeps {
  diaryWeeks: OwnNotes;
  symptomCircles: OwnNotes;
  keepTokens: KeepTokens;
  clock: Clock;
  rooms: { person(id: string): Promise<{ room: string } | undefined> };
}

/**
 * Answers a diary's or circle's form that arrives without a valid session: where its own token still speaks for a person
 * of this room, it is saved and shown to have been. False where the form is neither.
 * @throws {Problem} `session-ended` with what was written, where it cannot be saved.
 */
export const createDiaryRescue =
  (deps: DiaryRescueDeps) =>
  async (req: Request, res: Response): Promise<boolean> => {
    const language = languageOf(req, res);
    const target = targetOf(req);
    const { kept } = (req.body ?? {}) as Record<string, unknown>;
    const of = deps.keepTokens.verify(kept);
    const place = target && placeOf(deps, { ...target, person: of?.person ?? '', language });
    if (!place) return false;
    const form = readForm(req.body, place, language);
    const speaks = of !== undefined && of.room === place.of.room && of.activity === place.scope;
    // A person who has been erased stays so, whatever old forms hold.
    const owner = speaks ? await deps.rooms.person(of.person) : undefined;
    if (owner?.room !== place.of.room) throw new Problem('session-ended', textsOf(form, place.questions, language));
    const note = await place.notes.save(place.of, { fields: form.fields, dropped: [] });
    if (req.accepts(['html', 'json']) === 'json') {
      answerSilently(res, form, { savedAt: note.savedAt, language });
      return true;
    }
    const text = texts[language];
    const { title, savedAt } = text.diary.rescued;
    res.render('diary/rescued', {
      language,
      text,
      title,
      savedLine: savedAt(timeOfDay(note.savedAt, language)),
      written: textsOf({ ...form, faults: new Map() }, place.questions, language),
      withheld: textsIn(withheldIn(form), place.questions),
    });
    return true;
  };

interface Target {
  room: string;
  kind: string;
  id: string;
}

const targetOf = (req: Request): Target | undefined => {
  const address = req.originalUrl.split('?')[0] ?? '';
  const path = /^\/rum\/([^/]+)\/(?:(humoerdagbog)\/dag\/([^/]+)|(symptomcirkel)\/([^/]+)\/trin\/[1-3])$/.exec(address);
  if (!path) return undefined;
  const [room = '', day, dayId, circle, circleId] = path.slice(1);
  return { room, kind: day ?? circle ?? '', id: dayId ?? circleId ?? '' };
};

const placeOf = (
  deps: DiaryRescueDeps,
  { kind, id, ...who }: Target & { person: string; language: Language },
): OwnPlace | undefined => (kind === 'humoerdagbog' ? moodPlace(deps, who, id) : circlePlace(deps, who, id));
