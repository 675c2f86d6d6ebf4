import type { SurveyActivity } from '../../content/course.ts';
import { isComparable } from '../../content/instruments/scores.ts';
import type { Instrument } from '../../content/instruments/instrument.ts';
import { versionsIn } from '../../content/instruments/versions.ts';
import type { Answers } from '../../domain/answers.ts';
import type { Language } from '../../domain/viewer.ts';
import { versionSent, type ActivityResponse } from '../../responses/responses.ts';
import { texts } from '../../text/texts.ts';

interface Compared {
  survey: SurveyActivity;
  /** What the person sent before the course, and now. */
  before: ActivityResponse | undefined;
  now: ActivityResponse | undefined;
  language: Language;
}

/**
 * A person's own change since before the course, in words and shown to nobody else, for each instrument whose answers
 * go from low to high. Undefined without anything to compare: no consent, or answers to other wording.
 */
export function ownChange({ survey, before, now, language }: Compared): object | undefined {
  if (!before || !now || !agreed(survey, before) || !agreed(survey, now)) return undefined;
  const text = texts[language].survey.change;
  const lines = survey.instruments
    .filter((instrument) => instrument.goesUp && [before, now].every((one) => isOf(instrument, one)))
    .flatMap((instrument) => {
      const steps = stepsBetween(instrument, before.sent ?? {}, now.sent ?? {});
      return steps === undefined ? [] : [text[directionOf(steps)](instrument.title)];
    });
  return lines.length === 0 ? undefined : { heading: text.heading, lines, note: text.note };
}

function agreed({ consent }: SurveyActivity, { sent }: ActivityResponse): boolean {
  return sent?.[consent] === 'ja';
}

function isOf(instrument: Instrument, response: ActivityResponse): boolean {
  const version = versionsIn(versionSent(response)).get(instrument.id);
  return version !== undefined && isComparable(instrument, version);
}

/** By how many points of the scale the answers have moved in all; undefined if no question was answered both times. */
function stepsBetween({ questions }: Instrument, before: Answers, now: Answers): number | undefined {
  const both = questions.flatMap((question) => {
    const [then, today] = [before[question], now[question]].map((answer) => Number(answer || Number.NaN));
    const step = (today ?? Number.NaN) - (then ?? Number.NaN);
    return Number.isInteger(step) ? [step] : [];
  });
  return both.length === 0 ? undefined : both.reduce((sum, step) => sum + step, 0);
}

function directionOf(steps: number): 'better' | 'same' | 'worse' {
  if (steps === 0) return 'same';
  return steps > 0 ? 'better' : 'worse';
}
