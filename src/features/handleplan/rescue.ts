import type { Request, Response } from 'express';
import type { Courses } from '../../content/course.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { Problem, type KeptText } from '../../http/problem.ts';
import { languageOf } from '../../http/showProblem.ts';
import type { DraftChange, Responses } from '../../responses/responses.ts';
import { texts } from '../../text/texts.ts';
import { timeOfDay } from '../times.ts';
import { optionInWords, wordsOf, type Wording } from './fieldModel.ts';
import { withheldIn, type PostedForm } from '../postedForm.ts';
import { keptIn, rescuedFields, rescuing, type Rescued, type RescuingDeps } from '../rescuing.ts';
import { answerSilently } from '../silentSave.ts';
import { parseForm } from './form.ts';
import { fieldsFor } from './place.ts';
import { isFollowUp, isStep } from './steps.ts';
import { subjectOf, type Subject } from './subject.ts';
import { dayOf } from '../../domain/week.ts';

export interface PlanRescueDeps extends RescuingDeps {
  courses: Courses;
  responses: Responses;
  clock: Clock;
  rooms: { person(id: string): Promise<{ room: string; role: Viewer['role'] } | undefined> };
}

/**
 * Answers a plan's form that arrives without a valid session: where its own token still speaks for a person of this
 * room, the draft is saved and shown to have been. False where the form is not a plan's.
 * @throws {Problem} `session-ended` where it cannot be saved; with what was written, where our own page had shown it.
 */
export const createPlanRescue =
  (deps: PlanRescueDeps) =>
  async (req: Request, res: Response): Promise<boolean> => {
    const language = languageOf(req, res);
    const target = targetOf(req);
    const found = target && (await subjectFor(deps, { req, target, language }));
    if (!found) return false;
    const { subject, token } = found;
    if (!token.shows) throw new Problem('session-ended');
    const today = dayOf(deps.clock());
    const wording = { language, today, ideas: subject.content.ideas };
    const draft = token.saves ? ((await deps.responses.get(subject.key))?.draft ?? {}) : {};
    const form = parseForm(req.body, fieldsFor(subject, draft, today));
    const [written, withheld] = [textsOf(form, wording), withheldTexts(form, wording)];
    if (!token.saves) throw new Problem('session-ended', [...written, ...withheld]);
    const step = isStep(target.step) && !isFollowUp(target.step) ? target.step : 'begynd';
    const change: DraftChange = {
      kind: 'handleplan',
      contentVersion: subject.content.version,
      step,
      fields: rescuedFields(form.fields),
      dropped: [],
    };
    const { savedAt } = await deps.responses.saveDraft(subject.key, change);
    if (req.accepts(['html', 'json']) === 'json') {
      answerSilently(res, form, { savedAt, language });
      return true;
    }
    const text = texts[language];
    const { title, savedAt: savedLine } = text.prep.rescued;
    const line = savedLine(timeOfDay(savedAt, language));
    res.render('steps/rescued', { language, text, title, savedLine: line, written, withheld });
    return true;
  };

interface Target {
  room: string;
  activity: string;
  step: string;
}

/** The plan, and what the form's token is worth for it. */
const subjectFor = async (
  deps: PlanRescueDeps,
  { req, target, language }: { req: Request; target: Target; language: Viewer['language'] },
): Promise<{ subject: Subject; token: Rescued } | undefined> => {
  const of = deps.keepTokens.read(keptIn(req));
  const person = of && (await deps.rooms.person(of.person));
  const owner = person && { person: of.person, role: person.role };
  const viewer = { ...NOBODY, ...owner, room: target.room, language };
  const subject = subjectOf(deps.courses, viewer, target.activity);
  return subject && { subject, token: await rescuing(deps, req, subject.key) };
};

const NOBODY = { session: '', csrf: '', since: 0, returnUrl: '', person: '', role: 'participant' } as const;

const targetOf = (req: Request): Target | undefined => {
  const path = /^\/rum\/([^/]+)\/aktivitet\/([^/]+)\/trin\/([^/]+)$/.exec(req.originalUrl.split('?')[0] ?? '');
  const [room, activity, step] = path?.slice(1) ?? [];
  return room && activity && step ? { room, activity, step } : undefined;
};

/** What was written, under what it answered, so that it can be copied. */
const textsOf = (form: PostedForm, wording: Wording): KeptText[] =>
  [
    ...form.fields.map(({ question, kind, posted }) => ({
      ask: wordsOf(question, wording.language).ask,
      text: [posted]
        .flat()
        .map((one) => (kind === 'text' || one === '' ? one : optionInWords(question, one, wording).label))
        .join(', '),
    })),
    ...form.strays.map((text) => ({ ask: texts[wording.language].prep.rescued.written, text })),
  ].filter(({ text }) => text !== '');

const withheldTexts = (form: PostedForm, { language }: Wording): KeptText[] =>
  Object.entries(withheldIn(form)).map(([field, text]) => ({ ask: wordsOf(field, language).ask, text }));
