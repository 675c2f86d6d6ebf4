import type { Request, Response } from 'express';
import type { Clock } from '../../domain/clock.ts';
import type { Language } from '../../domain/viewer.ts';
import { Problem } from '../../http/problem.ts';
import { languageOf } from '../../http/showProblem.ts';
import type { OwnNotes } from '../../responses/ownNotes.ts';
import { texts } from '../../text/texts.ts';
import { withheldIn } from '../postedForm.ts';
import { keptIn, rescuedFields, rescuing, type RescuingDeps } from '../rescuing.ts';
import { answerSilently } from '../silentSave.ts';
import { readForm, textsIn, textsOf, type OwnPlace } from '../steps/index.ts';
import { timeOfDay } from '../times.ts';
import { circlePlace } from './circle/place.ts';
import { moodPlace } from './mood/place.ts';

export interface DiaryRescueDeps extends RescuingDeps {
  diaryWeeks: OwnNotes;
  symptomCircles: OwnNotes;
  clock: Clock;
}

/**
 * Answers a diary's or circle's form that arrives without a valid session: where its own token still speaks for a person
 * of this room, it is saved and shown to have been. False where the form is neither.
 * @throws {Problem} `session-ended` where it cannot be saved; with what was written, where our own page had shown it.
 */
export const createDiaryRescue =
  (deps: DiaryRescueDeps) =>
  async (req: Request, res: Response): Promise<boolean> => {
    const language = languageOf(req, res);
    const target = targetOf(req);
    const person = deps.keepTokens.read(keptIn(req))?.person ?? '';
    const place = target && placeOf(deps, { ...target, person, language });
    if (!place) return false;
    const token = await rescuing(deps, req, { room: place.of.room, activity: place.scope });
    if (!token.shows) throw new Problem('session-ended');
    const form = readForm(req.body, place);
    if (!token.saves) throw new Problem('session-ended', textsOf(form, place.questions, language));
    const note = await place.notes.save(place.of, { fields: rescuedFields(form.fields), dropped: [] });
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
