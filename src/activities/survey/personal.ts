import type { Answer, Answers } from '../../domain/answers.ts';
import type { Question, Step, SurveyActivity } from '../../content/course.ts';
import { isAskedFor } from '../../content/questions/followUps.ts';
import type { Instrument } from '../../content/instruments/instrument.ts';
import { versionsIn } from '../../content/instruments/versions.ts';
import { optionsOf } from '../../content/questions/kinds.ts';
import { dayOf } from '../../domain/week.ts';
import type { Language } from '../../domain/viewer.ts';
import { answerTo } from '../../forms/answers.ts';
import { blockingFaults } from '../../forms/faults.ts';
import type { Agreement } from '../../responses/agreements.ts';
import { versionSent, type ActivityResponse } from '../../responses/responses.ts';
import { texts } from '../../text/texts.ts';
import { dayInWords } from '../../text/times.ts';

/** Answers to an instrument that are at most this old are not asked for again. */
const FRESH_MS = 14 * 24 * 60 * 60 * 1000;

export interface AnsweredBefore {
  /** All of the person's responses in the room. */
  own: ActivityResponse[];
  /** Ids of the surveys that measure the same moment as this one: an answer in one of them counts for the others. */
  sameMoment: string[];
  language: Language;
  /** Milliseconds since 1970. */
  now: number;
}

/**
 * A survey adapted to one person, so that it does not ask twice for what is known. An earlier answer to a consent with
 * the same wording is selected in advance, and instruments that the person has just answered for the same moment are
 * left out. The first step says both.
 */
export function surveyFor(survey: SurveyActivity, asked: AnsweredBefore): SurveyActivity {
  const found = knownOf(survey, asked);
  const steps = withoutKnown(survey, found);
  const known = found.map(({ instrument }) => instrument.title);
  const [first, ...rest] = steps;
  const agreed = earlierAgreement(survey, asked);
  if (!first || (!agreed && known.length === 0)) return survey;
  const text = texts[asked.language].survey.known;
  const lines = [
    ...(agreed ? [saidBefore(survey, agreed, asked.language)] : []),
    ...(known.length > 0 ? [text.answered(known)] : []),
  ];
  const questions = first.questions.map((question) =>
    agreed && question.id === survey.consent ? suggest(question, agreed) : question,
  );
  return { ...survey, steps: [{ ...first, note: [first.note ?? '', ...lines].join(' ').trim(), questions }, ...rest] };
}

function suggest(question: Question, { answer }: Agreement): Question {
  return typeof answer === 'string' ? { ...question, suggested: answer } : question;
}

function saidBefore(survey: SurveyActivity, { answer, at }: Agreement, language: Language): string {
  const question = consentIn(survey);
  const label = (question ? optionsOf(question) : []).find(({ id }) => id === answer)?.label ?? '';
  return texts[language].survey.known.agreed(label, dayInWords(dayOf(at), language));
}

function consentIn({ steps, consent }: SurveyActivity): Question | undefined {
  return steps.flatMap(({ questions }) => questions).find(({ id }) => id === consent);
}

/** The person's latest answer to the same consent in another survey, if they have not answered it in this one yet. */
function earlierAgreement(survey: SurveyActivity, { own }: AnsweredBefore): Agreement | undefined {
  const question = consentIn(survey);
  const wording = question?.wording;
  if (wording === undefined || ownDraft(survey, own)[survey.consent]) return undefined;
  return others(survey, own)
    .flatMap(({ agreements }) => agreements[survey.consent] ?? [])
    .filter((agreement) => agreement.wording === wording)
    .sort((one, other) => other.at - one.at)[0];
}

/**
 * Leaves out known instruments. If nothing would be left of a survey, it is a new measurement of the same, and is asked
 * completely; this does not change while it is being answered. Answers already given in this survey stay, and can be
 * changed.
 */
function knownOf(survey: SurveyActivity, asked: AnsweredBefore): Known[] {
  const draft = ownDraft(survey, asked.own);
  const answered = survey.instruments.flatMap((instrument) => {
    const answers = answersElsewhere(survey, instrument, asked);
    return answers ? [{ instrument, answers }] : [];
  });
  if (answered.length === survey.instruments.length) return [];
  return answered.filter(({ instrument }) => !instrument.questions.some((id) => draft[id]));
}

interface Known {
  instrument: Instrument;
  answers: Answers;
}

/**
 * Leaves out a step whose instruments are all known. If several instruments share a step, the known questions become a
 * hidden step at the end, so that the addresses of all others stay the same.
 */
function withoutKnown({ steps }: SurveyActivity, known: Known[]): Step[] {
  const answers: Answers = Object.assign({}, ...known.map((one) => one.answers)) as Answers;
  const ids = new Set(known.flatMap(({ instrument }) => instrument.questions));
  const moved: Step[] = [];
  const left = steps.map((step) => {
    const [there, asked] = [
      step.questions.filter(({ id }) => ids.has(id)),
      step.questions.filter(({ id }) => !ids.has(id)),
    ];
    if (there.length === 0) return step;
    if (asked.length === 0) return { ...step, known: only(there, answers) };
    moved.push({ ...step, id: `${step.id}-kendt`, questions: there, known: only(there, answers) });
    return { ...step, questions: asked };
  });
  return [...left, ...moved];
}

function only(questions: Question[], answers: Answers): Answers {
  return Object.fromEntries(questions.flatMap(({ id }) => (answers[id] === undefined ? [] : [[id, answers[id]]])));
}

function answersElsewhere(
  survey: SurveyActivity,
  instrument: Instrument,
  { own, sameMoment, now }: AnsweredBefore,
): Answers | undefined {
  return others(survey, own)
    .filter(({ activity, lastSentAt }) => sameMoment.includes(activity) && lastSentAt > now - FRESH_MS)
    .filter((response) => versionsIn(versionSent(response)).get(instrument.id) === instrument.version)
    .sort((one, other) => other.lastSentAt - one.lastSentAt)
    .map(({ sent }) => answersTo(asksOf(survey, instrument), sent ?? {}))
    .find((answers) => answers !== undefined);
}

/** Everything that an instrument asks, on all of its pages: it is known as a whole, or asked as a whole. */
function asksOf({ steps }: SurveyActivity, instrument: Instrument): Question[] {
  return steps.flatMap(({ questions }) => questions).filter(({ id }) => instrument.questions.includes(id));
}

/** Undefined if something that must be answered has no valid answer. */
function answersTo(questions: Question[], sent: Answers): Answers | undefined {
  if (blockingFaults(questions, sent).size > 0) return undefined;
  const answers = questions
    .filter((question) => isAskedFor(question, sent))
    .map((question): [string, Answer] => [question.id, answerTo(question, sent)]);
  const given = answers.filter(([, answer]) => answer.length > 0);
  return given.length === 0 ? undefined : Object.fromEntries(given);
}

function ownDraft({ id }: SurveyActivity, own: ActivityResponse[]): Answers {
  return own.find(({ activity }) => activity === id)?.draft ?? {};
}

function others({ id }: SurveyActivity, own: ActivityResponse[]): ActivityResponse[] {
  return own.filter(({ kind, activity }) => kind === 'survey' && activity !== id);
}
