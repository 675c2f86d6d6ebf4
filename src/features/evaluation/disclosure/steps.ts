import type { Wave } from '../../../domain/surveyDates.ts';
import type { RoomSteps, FigureStep, Values } from './stepStore.ts';
import { isSafeAlone, LEAST_ANSWERS, type Link } from './disclosure.ts';
import { kindsOf, toldOf, type SurveyOf } from './peopleByFigures.ts';
import { changes, waves } from '../waves.ts';

/** What may be counted now: by survey, person and question. */
type Ready = ReadonlyMap<string, ReadonlyMap<string, Values>>;

/** By survey: participants who consent now, whether their answers are complete or not. */
type Agreed = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Adds answers that are ready, from five or more people at a time; fewer have to wait. Returns the same steps if
 * nothing is added. Why no two tables from different times reveal fewer people:
 * docs/decisions/0034-figures-come-in-steps.md.
 */
export function takeIn(stored: RoomSteps, { ready, agreed, surveyOf }: TakenIn): RoomSteps {
  const before = withoutWithdrawn(stored, agreed);
  const order = (survey: string) => waves.findIndex((wave) => surveyOf[wave] === survey);
  const screening = surveyOf.screening;
  const surveys = [...ready.keys()]
    .filter((survey) => survey !== screening)
    .toSorted((one, other) => order(one) - order(other));
  const answered = surveys.reduce((now, survey) => takeSurvey(now, { survey, ready, surveyOf }), before);
  const paired = changes.reduce((now, change) => takeChange(now, { ...change, surveyOf }), answered);
  return takeScreening(paired, { ready, surveyOf });
}

export interface TakenIn extends Taking {
  agreed: Agreed;
}

/**
 * Removes the answers of people who have withdrawn their consent; the sums that contain them stay as they were shown.
 */
function withoutWithdrawn(stored: RoomSteps, agreed: Agreed): RoomSteps {
  const isKept = (person: string, survey: string) => agreed.get(survey)?.has(person) ?? false;
  const members = stored.members.map((member) => {
    const all = Object.entries(member.values);
    const kept = all.filter(([survey]) => isKept(member.person, survey));
    return kept.length === all.length ? member : { ...member, values: Object.fromEntries(kept) };
  });
  return members.every((member, index) => member === stored.members[index]) ? stored : { ...stored, members };
}

interface Taking {
  ready: Ready;
  surveyOf: SurveyOf;
}

type Given = ReadonlyMap<string, Values>;

function takeSurvey(before: RoomSteps, { survey, ready, surveyOf }: Taking & { survey: string }): RoomSteps {
  const given = waitingFor(before, survey, ready.get(survey));
  if (given.size < LEAST_ANSWERS) return before;
  const after = withStep(before, { about: survey, given, isSurvey: true });
  // Answers that no other figure is about are safe alone; those from before the course may be in the screening's
  // figures.
  const isShared = survey === surveyOf.foer && before.steps.some(({ about }) => about === surveyOf.screening);
  return !isShared || isSafe(after, surveyOf) ? after : before;
}

/** The screening waits for the survey before the course, which is more important and may have the same answers. */
function takeScreening(before: RoomSteps, { ready, surveyOf }: Taking): RoomSteps {
  const { screening, foer } = surveyOf;
  if (screening === undefined || !before.steps.some(({ about }) => about === foer)) return before;
  // If answers before the course are known row by row, subtracting them would reveal others in the screening's sum.
  const isKnown = new Set(
    before.members.filter(({ rows = [] }) => rows.includes(foer ?? '')).map(({ person }) => person),
  );
  const waiting = waitingFor(before, screening, ready.get(screening));
  const given = new Map([...waiting].filter(([person]) => !isKnown.has(person)));
  return withJudgedStep(before, { about: screening, given, isSurvey: true }, surveyOf);
}

function takeChange(
  before: RoomSteps,
  { from, to, link, surveyOf }: { from: Wave; to: Wave; link: Link; surveyOf: SurveyOf },
): RoomSteps {
  const [first = '', second = ''] = [surveyOf[from], surveyOf[to]];
  const both = before.members.flatMap(({ person, steps, values }): [string, Values][] => {
    const [earlier, later] = [values[first], values[second]];
    if (!earlier || !later || steps[link] !== undefined) return [];
    return [[person, differenceOf(earlier, later)]];
  });
  return withJudgedStep(before, { about: link, given: new Map(both), isSurvey: false }, surveyOf);
}

function differenceOf(earlier: Values, later: Values): Values {
  return Object.fromEntries(
    Object.entries(later).flatMap(([question, value]) => {
      const before = earlier[question];
      // A way out of a question is no number.
      return before === undefined || before < 0 || value < 0 ? [] : [[question, value - before]];
    }),
  );
}

function waitingFor({ members }: RoomSteps, survey: string, given: Given = new Map()): Given {
  const counted = new Set(members.filter(({ steps }) => steps[survey] !== undefined).map(({ person }) => person));
  return new Map([...given].filter(([person]) => !counted.has(person)));
}

interface NewStep {
  about: string;
  given: Given;
  /** Whether these are answers, which are stored, or changes between them. */
  isSurvey: boolean;
}

function withJudgedStep(before: RoomSteps, step: NewStep, surveyOf: SurveyOf): RoomSteps {
  if (step.given.size < LEAST_ANSWERS) return before;
  const told = withStep(before, step);
  if (isSafe(told, surveyOf)) return told;
  const steps = told.steps.map((one, index) => (index === before.steps.length ? { ...one, isTold: false } : one));
  return { ...told, steps };
}

/** False after an erasure: nobody knows any more whose answers were erased, or what they could reveal. */
function isSafe(room: RoomSteps, surveyOf: SurveyOf): boolean {
  return !hasErased(room) && isSafeAlone({ kinds: kindsOf(room, surveyOf), told: toldOf(room) });
}

/** Whether someone has been erased since their answers were added. */
export function hasErased({ steps, members }: RoomSteps): boolean {
  return steps.some(({ about, people }, index) => people > members.filter((one) => one.steps[about] === index).length);
}

function withStep({ room, steps, members }: RoomSteps, { about, given, isSurvey }: NewStep): RoomSteps {
  const known = new Map(members.map((member) => [member.person, member]));
  for (const [person, values] of given) {
    const member = known.get(person) ?? { person, steps: {}, values: {} };
    known.set(person, {
      ...member,
      steps: { ...member.steps, [about]: steps.length },
      values: isSurvey ? { ...member.values, [about]: values } : member.values,
    });
  }
  const step = { about, people: given.size, counts: countsOf([...given.values()]), isTold: true };
  return { room, steps: [...steps, step], members: [...known.values()] };
}

function countsOf(given: readonly Values[]): FigureStep['counts'] {
  const counts: Record<string, Record<string, number>> = {};
  for (const values of given)
    for (const [question, value] of Object.entries(values)) {
      const ofQuestion = (counts[question] ??= {});
      ofQuestion[value] = (ofQuestion[value] ?? 0) + 1;
    }
  // A question that fewer people answered is in no figure, not even of several classes, which could be subtracted.
  const isEnough = (byValue: Readonly<Record<string, number>>) =>
    Object.values(byValue).reduce((sum, count) => sum + count, 0) >= LEAST_ANSWERS;
  return Object.fromEntries(Object.entries(counts).filter(([, byValue]) => isEnough(byValue)));
}
