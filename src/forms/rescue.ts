import type { Request, Response } from 'express';
import type { Question } from '../content/course.ts';
import type { Language } from '../domain/viewer.ts';
import { Problem } from '../http/problem.ts';
import { languageOf } from '../http/showProblem.ts';
import { wantsJson } from '../http/wantsJson.ts';
import type { FieldChange } from '../responses/merge.ts';
import { texts, type Text } from '../text/texts.ts';
import { timeOfDay } from '../text/times.ts';
import { answersInWords } from './answers.ts';
import { holdsFarTooLong, looseTexts, parsePosted, savedIn, withheldIn } from './posted.ts';
import { keptIn, rescuedFields, rescuing, type RescuingDeps } from './rescueToken.ts';
import { answerSilently } from './silentSave.ts';

/** Where a form belongs that arrives without a session. */
export interface RescuePlace {
  room: string;
  /** The scope that its token must have. */
  scope: string;
  questions: readonly Question[];
  words: Text['prep' | 'diary']['rescued'];
  /** Saves the draft; never does more than that. */
  save(fields: FieldChange[]): Promise<{ savedAt: number }>;
}

export interface FormWithoutSession {
  /** The address that the form was sent to. */
  path: string;
  /** The person its token speaks for; empty if there is none. */
  person: string;
  language: Language;
}

/** Finds where a form belongs; undefined if it is of another kind. */
export type FindPlace = (form: FormWithoutSession) => Promise<RescuePlace | undefined> | RescuePlace | undefined;

/**
 * Answers a form that arrives without a valid session. If its own token still speaks for a person of this room, the
 * draft is saved and the page says so; it is never sent, and nothing else is shown.
 * @throws {Problem} `session-ended` if it cannot be saved, `too-large` if a text is longer than any that is kept;
 * includes what was written, if our own page showed the form
 */
export function createRescue(deps: RescuingDeps, finders: FindPlace[]) {
  return async (req: Request, res: Response): Promise<void> => {
    const language = languageOf(req, res);
    const path = req.originalUrl.split('?')[0] ?? '';
    const place = await findPlace(finders, { path, person: deps.keepTokens.read(keptIn(req))?.person ?? '', language });
    const { room = /^\/rum\/([^/]+)\//.exec(path)?.[1] ?? '', scope = '' } = place ?? {};
    const token = await rescuing(deps, req, { room, activity: scope });
    if (!token.shows) throw new Problem('session-ended');
    if (!place) throw new Problem('session-ended', looseTexts(req.body, texts[language].prep.rescued.written));
    await rescue({ req, res }, { place, language, saves: token.saves });
  };
}

async function findPlace(finders: FindPlace[], form: FormWithoutSession): Promise<RescuePlace | undefined> {
  for (const find of finders) {
    const place = await find(form);
    if (place) return place;
  }
  return undefined;
}

interface Rescue {
  place: RescuePlace;
  language: Language;
  saves: boolean;
}

async function rescue(
  { req, res }: { req: Request; res: Response },
  { place, language, saves }: Rescue,
): Promise<void> {
  const { questions, words } = place;
  const form = parsePosted(req.body, questions);
  if (holdsFarTooLong(form)) throw new Problem('too-large', looseTexts(req.body, ''));
  const [saved, withheld] = [savedIn(form), withheldIn(form)];
  const unplaced = form.unplacedTexts.map((text) => ({ ask: words.written, text }));
  if (!saves)
    throw new Problem('session-ended', [...answersInWords({ ...saved, ...withheld }, questions), ...unplaced]);
  const { savedAt } = await place.save(rescuedFields(form.fields));
  if (wantsJson(req)) {
    answerSilently(res, form, { savedAt, language });
    return;
  }
  res.render('forms/rescued', {
    language,
    text: texts[language],
    title: words.title,
    words,
    savedLine: words.savedAt(timeOfDay(savedAt, language)),
    written: [...answersInWords(saved, questions), ...unplaced],
    withheld: answersInWords(withheld, questions),
  });
}
