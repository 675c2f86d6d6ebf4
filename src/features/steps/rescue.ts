import type { Request, Response } from 'express';
import type { Courses, SteppedActivity } from '../../content/course.ts';
import type { Answers } from '../../domain/answers.ts';
import { Problem, type KeptText } from '../../http/problem.ts';
import { isOurOwn } from '../../http/foreign.ts';
import { languageOf } from '../../http/showProblem.ts';
import type { Responses } from '../../responses/responses.ts';
import { texts } from '../../text/texts.ts';
import { courseIn, findActivity } from '../activities.ts';
import { steppedOf } from './stepped.ts';
import { looseTexts, savedIn, withheldIn, type PostedForm } from '../postedForm.ts';
import { rescuedFields, rescuing, type RescuingDeps } from '../rescuing.ts';
import { answerSilently } from '../silentSave.ts';
import { parseForm } from './form.ts';
import { changeOf } from './postStep.ts';
import { answerInWords } from './questionModel.ts';
import { questionsOf, stepAt } from './rules.ts';
import { timeOfDay } from '../times.ts';

export interface RescueDeps extends RescuingDeps {
  courses: Courses;
  responses: Responses;
}

/**
 * Answers a form that arrives without a valid session. Where its own token still speaks for a person of this room, the
 * draft is saved and shown to have been; it is never sent, and nothing else is shown.
 * @throws {Problem} `session-ended` where it cannot be saved; with what was written, where our own page had shown it.
 */
export const createRescue =
  (deps: RescueDeps) =>
  async (req: Request, res: Response): Promise<void> => {
    const language = languageOf(req, res);
    const target = targetOf(req);
    const found = target && findActivity(courseIn(deps.courses, language), target.activity);
    const activity = found && steppedOf(found);
    const text = texts[language];
    const token = target ? await rescuing(deps, req, target) : undefined;
    if (!(token?.shows ?? isOurOwn(req))) throw new Problem('session-ended');
    if (!target || !token || !activity)
      throw new Problem('session-ended', looseTexts(req.body, text.prep.rescued.written));
    const form = parseForm(req.body, activity);
    const wordsIn = (answers: Answers) => textsIn(answers, activity);
    const strays = form.strays.map((stray) => ({ ask: text.prep.rescued.written, text: stray }));
    if (!token.saves)
      throw new Problem('session-ended', [...wordsIn({ ...savedIn(form), ...withheldIn(form) }), ...strays]);
    const response = await keep(deps, { person: token.person, target, activity, form });
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
  person: string;
  target: Target;
  activity: SteppedActivity;
  form: PostedForm;
}

/** A draft alone: what was sent stays as it is, also where the form would take something back. */
const keep = ({ responses }: RescueDeps, { person, target, activity, form }: Rescue) => {
  const index = stepAt(activity, target.step) ?? 0;
  const { withdraw: _withdraw, ...change } = changeOf({ form, activity }, () => index);
  const of = { room: target.room, person, activity: activity.id };
  return responses.saveDraft(of, { ...change, fields: rescuedFields(form.fields), dropped: [] });
};

interface Target {
  room: string;
  activity: string;
  step: string;
}

const targetOf = (req: Request): Target | undefined => {
  const path = /^\/rum\/([^/]+)\/aktivitet\/([^/]+)\/trin\/([^/]+)$/.exec(req.originalUrl.split('?')[0] ?? '');
  const [room, activity, step] = path?.slice(1) ?? [];
  return room && activity && step ? { room, activity, step } : undefined;
};

/** What was written, under its questions, so that it can be copied. */
const textsIn = (answers: Answers, activity: SteppedActivity): KeptText[] =>
  questionsOf(activity)
    .map((question) => ({ ask: question.ask, text: answerInWords(question, answers).join(', ') }))
    .filter(({ text }) => text !== '');
