import { kindOf } from '../../../activities/kinds.ts';
import { isSurvey } from '../../../activities/survey/activity.ts';
import type { Activity, Course, Question } from '../../../content/course.ts';
import { everyActivity } from '../../../content/find.ts';
import type { Instrument } from '../../../content/instruments/instrument.ts';
import { optionsOf } from '../../../content/questions/kinds.ts';
import { pointsOf } from '../../../content/questions/scale.ts';

/** A change to what is asked that concerns the answers already given. */
export type AnswersConcerned = {
  /** Id, by which the answers are stored. */
  activity: string;
  title: string;
} & (
  | { what: 'activity-gone' }
  | ({ question: string; ask: string } & (
      | { what: 'gone' | 'kind' | 'number' }
      | { what: 'renamed'; to: string }
      /** What is lost or has another id: labels of options. */
      | { what: 'option-gone' | 'option-renamed'; labels: string[] }
      /** The instrument keeps its version, so that old and new answers are counted together. */
      | { what: 'scale'; isSameVersion: boolean }
      /** Other words in an instrument that keeps its version: whoever reads the figures cannot tell which words were answered. */
      | { what: 'words' }
    ))
);

type Asked = Question & { instrument?: Instrument | undefined };

/**
 * The changes between two versions of the course that affect answers given to the first. Wording may change freely,
 * since answers refer to ids, kinds, options and scales; in an instrument it is told, as figures over time compare what was asked.
 * @param isWhole false if the later version could not be read completely: what it lacks then counts as unchanged
 */
export function changesOfAnswers(before: Course, after: Course, isWhole = true): AnswersConcerned[] {
  const later = new Map(everyActivity(after).map((activity) => [activity.id, activity]));
  return everyActivity(before).flatMap((activity): AnswersConcerned[] => {
    const now = later.get(activity.id);
    const { id, title } = activity;
    if (!now) return isWhole ? [{ activity: id, title, what: 'activity-gone' }] : [];
    return changesIn(askedIn(activity, before), askedIn(now, after)).map((change) => ({
      activity: id,
      title,
      ...change,
    }));
  });
}

type Change = DistributiveOmit<AnswersConcerned, 'activity' | 'title'>;
type DistributiveOmit<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never;

function changesIn(then: ReadonlyMap<string, Asked>, now: ReadonlyMap<string, Asked>): Change[] {
  return [...then.values()].flatMap((old) => {
    const question = now.get(old.id);
    if (question) return changesOf(old, question);
    const renamed = [...now.values()].find(({ id, ask }) => !then.has(id) && ask === old.ask);
    const about = { question: old.id, ask: old.ask };
    return renamed ? [{ ...about, what: 'renamed', to: renamed.id }] : [{ ...about, what: 'gone' }];
  });
}

/** Questions by id. A co-participant who is met again has the same questions under the same ids. */
function askedIn(activity: Activity, course: Course): Map<string, Asked> {
  const instruments = isSurvey(activity) ? activity.instruments : [];
  const all = (activity.steps ?? []).flatMap(({ questions }) =>
    questions.map((one): Asked => ({
      ...one,
      instrument: instruments.find((each) => each.questions.includes(one.id)),
    })),
  );
  const besides = kindOf(activity).asksBesides?.(activity, course) ?? [];
  return new Map([...all, ...besides].map((question) => [question.id, question]));
}

function changesOf(old: Asked, now: Asked): Change[] {
  const changes = meaningChanges(old, now);
  return changes.length > 0 || !hasOtherWords(old, now) ? changes : [{ question: old.id, ask: old.ask, what: 'words' }];
}

/** Whether a question of an instrument asks or answers in other words, under the same version. */
function hasOtherWords(old: Asked, now: Asked): boolean {
  if (old.instrument === undefined || old.instrument.version !== now.instrument?.version) return false;
  const wordsOf = (question: Asked) => [question.ask, ...optionsOf(question).map(({ label }) => label)].join('\n');
  return wordsOf(old) !== wordsOf(now);
}

function meaningChanges(old: Asked, now: Asked): Change[] {
  const about = { question: old.id, ask: old.ask };
  if (old.kind !== now.kind) return [{ ...about, what: 'kind' }];
  if (old.kind === 'scale' && now.kind === 'scale') {
    const isSameVersion = old.instrument !== undefined && old.instrument.version === now.instrument?.version;
    return isSameScale(old, now) ? [] : [{ ...about, what: 'scale', isSameVersion }];
  }
  if (old.kind === 'number' && now.kind === 'number')
    return old.min === now.min && old.max === now.max && old.unit === now.unit ? [] : [{ ...about, what: 'number' }];
  return optionChanges(old, now).map((change) => ({ ...about, ...change }));
}

/** Whether both have the same numbers, and shared labels are at the same numbers. */
function isSameScale(old: Parameters<typeof pointsOf>[0], now: Parameters<typeof pointsOf>[0]): boolean {
  const [then, points] = [pointsOf(old), pointsOf(now)];
  if (then.length !== points.length || then.some(({ id }, index) => id !== points[index]?.id)) return false;
  return then.every(({ id, label }) => points.every((point) => point.label !== label || point.id === id));
}

function optionChanges(old: Question, now: Question) {
  const options = optionsOf(now);
  const has = (id: string) => options.some((one) => one.id === id);
  // The same label under another id looks unchanged, but earlier answers would be lost or mean something else.
  const isElsewhere = ({ id, label }: { id: string; label: string }) =>
    options.some((one) => one.label === label) && !options.some((one) => one.label === label && one.id === id);
  const renamed = optionsOf(old).filter(isElsewhere);
  const gone = optionsOf(old).filter((option) => !has(option.id) && !isElsewhere(option));
  return [
    ...(gone.length > 0 ? [{ what: 'option-gone' as const, labels: gone.map(({ label }) => label) }] : []),
    ...(renamed.length > 0 ? [{ what: 'option-renamed' as const, labels: renamed.map(({ label }) => label) }] : []),
  ];
}
