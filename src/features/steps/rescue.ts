import type { Request, Response } from 'express';
import type { Courses, SteppedActivity } from '../../content/course.ts';
import type { Answers } from '../../domain/answers.ts';
import { Problem, type KeptText } from '../../http/problem.ts';
import { languageOf } from '../../http/showProblem.ts';
import type { KeepTokens } from '../../responses/keepTokens.ts';
import type { ActivityResponse, Responses } from '../../responses/responses.ts';
import { texts } from '../../text/texts.ts';
import { courseIn, findActivity } from '../activities.ts';
import { steppedOf } from './stepped.ts';
import { looseTexts, savedIn, withheldIn, type PostedForm } from '../postedForm.ts';
import { answerSilently } from '../silentSave.ts';
import { parseForm } from './form.ts';
import { changeOf } from './postStep.ts';
import { answerInWords } from './questionModel.ts';
import { questionsOf, stepAt } from './rules.ts';
import { timeOfDay } from '../times.ts';

export interface RescueDeps {
  courses: Courses;
  responses: Responses;
  keepTokens: KeepTokens;
  rooms: { person(id: string): Promise<{ room: string } | undefined> };
}

/**
 * Answers a form that arrives without a valid session. Where its own token still speaks for a person of this room, the
 * draft is saved and shown to have been; it is never sent, and nothing else is shown.
 * @throws {Problem} `session-ended` with what was written, where it cannot be saved.
 */
export const createRescue =
  (deps: RescueDeps) =>
  async (req: Request, res: Response): Promise<void> => {
    const language = languageOf(req, res);
    const target = targetOf(req);
    const found = target && findActivity(courseIn(deps.courses, language), target.activity);
    const activity = found && steppedOf(found);
    if (!activity) throw new Problem('session-ended', looseTexts(req.body, texts[language].prep.rescued.written));
    const form = parseForm(req.body, activity);
    const text = texts[language];
    const wordsIn = (answers: Answers) => textsIn(answers, activity);
    const response = await keep(deps, { req, activity, form });
    const strays = form.strays.map((stray) => ({ ask: text.prep.rescued.written, text: stray }));
    if (!response)
      throw new Problem('session-ended', [...wordsIn({ ...savedIn(form), ...withheldIn(form) }), ...strays]);
    if (req.accepts(['html', 'json']) === 'json') {
      answerSilently(res, form, { savedAt: response.savedAt, language });
      return;
    }
    res.render('steps/rescued', {
      language,
      text,
      title: text.prep.rescued.title,
      savedLine: text.prep.rescued.savedAt(timeOfDay(response.savedAt, language)),
      written: [...wordsIn(savedIn(form)), ...strays],
      withheld: wordsIn(withheldIn(form)),
    });
  };

interface Rescue {
  req: Request;
  activity: SteppedActivity;
  form: PostedForm;
}

const keep = async (deps: RescueDeps, { req, activity, form }: Rescue): Promise<ActivityResponse | undefined> => {
  const of = deps.keepTokens.verify((req.body as Record<string, unknown>)['kept']);
  const target = targetOf(req);
  if (of?.room !== target?.room || of?.activity !== activity.id) return undefined;
  // A person who has been erased stays so, whatever old forms hold.
  if ((await deps.rooms.person(of.person))?.room !== of.room) return undefined;
  const index = stepAt(activity, target?.step ?? '') ?? 0;
  return deps.responses.saveDraft(of, { ...changeOf({ form, activity }, () => index), dropped: [] });
};

const targetOf = (req: Request) => {
  const path = /^\/rum\/([^/]+)\/aktivitet\/([^/]+)\/trin\/([^/]+)$/.exec(req.originalUrl.split('?')[0] ?? '');
  const [room, activity, step] = path?.slice(1) ?? [];
  return room && activity && step ? { room, activity, step } : undefined;
};

/** What was written, under its questions, so that it can be copied. */
const textsIn = (answers: Answers, activity: SteppedActivity): KeptText[] =>
  questionsOf(activity)
    .map((question) => ({ ask: question.ask, text: answerInWords(question, answers).join(', ') }))
    .filter(({ text }) => text !== '');
