import type { SurveyActivity } from '../../content/course.ts';
import type { Wave } from '../../domain/surveyDates.ts';
import { LEAST_ANSWERS, type Link } from './disclosure/disclosure.ts';
import { evaluatedOf, keyOf, type Evaluated } from './evaluated.ts';
import { groupsByLink, groupsBySize, type RoomGroup } from './disclosure/groups.ts';
import { surveyAt, type RoomAnswers } from './roomAnswers.ts';
import { effectOf, meanOf, shareInterval, withinScale, type Interval } from './statistics.ts';
import { changes, waves, type WaveChange } from './waves.ts';

export interface Scope {
  surveys: readonly SurveyActivity[];
  /** All rooms that the viewer may see: they decide what may be shown, whatever is chosen. */
  rooms: readonly RoomAnswers[];
  /** Ids of the rooms that are chosen. */
  chosen: ReadonlySet<string>;
}

/** One question of one survey, totalled. */
export interface WaveFigure {
  survey: SurveyActivity;
  question: Evaluated;
  /** How many have answered in the chosen rooms, whether that is shown or not. */
  answered: number;
  /** Undefined if too few have answered. */
  shown:
    | {
        n: number;
        /** Of those with a number; undefined without one. */
        mean: number | undefined;
        interval: Interval | undefined;
        counts: number[];
      }
    | undefined;
  /** Whether answers of chosen rooms are left out, because too few were given there. */
  isPart: boolean;
}

export interface ChangeFigure extends WaveChange {
  question: Evaluated;
  /**
   * The later mean minus the earlier one, each over everyone who answered then. Undefined if one of them is not shown.
   */
  all: number | undefined;
  /** For people who answered both times. */
  same: { n: number; mean: number; interval: Interval | undefined; effect: number | undefined } | undefined;
  isPart: boolean;
}

export interface RateFigure {
  survey: SurveyActivity;
  /** Undefined if there are too few participants. */
  shown: { answered: number; of: number; share: number; interval: Interval } | undefined;
  isPart: boolean;
}

export interface Evaluation {
  rates: RateFigure[];
  /** In the order of the surveys and their questions. */
  figures: WaveFigure[];
  changes: ChangeFigure[];
}

/** What the figures consist of: groups of rooms that stay the same whatever is chosen afterwards. */
interface Groups {
  /** Groups for what rooms show alone. */
  of(about: string): readonly RoomGroup[];
  /** Groups for what several rooms show together. */
  together: Record<Link, RoomGroup[]>;
  rates: readonly RoomGroup[];
}

/**
 * Everything that is shown for chosen rooms.
 * @param seen all rooms that the viewer may see: they decide what may be shown, whatever is chosen
 * @returns a function giving the figures of the rooms with these ids
 */
export function evaluation(seen: Omit<Scope, 'chosen'>): (chosen: ReadonlySet<string>) => Evaluation {
  const groups = groupsOf(seen);
  return (chosen) => {
    const scope = { ...seen, chosen };
    const figures = seen.surveys.flatMap((survey) =>
      evaluatedOf(survey).map((question) => waveFigure(scope, { survey, question, groups })),
    );
    const changed = questionsOverTime(figures).flatMap((question) =>
      changes.map((change) => changeFigure(scope, { change, question, groups, figures })),
    );
    return { rates: ratesOf(scope, groups.rates), figures, changes: changed };
  };
}

function groupsOf({ surveys, rooms }: Omit<Scope, 'chosen'>): Groups {
  const screening = surveyAt(surveys, 'screening')?.id ?? '';
  return {
    of: (about) => rooms.filter(({ told }) => told.has(about)).map(({ id }) => [id]),
    together: groupsByLink(rooms, (link) => (link === 'screening' ? screening : link)),
    rates: groupsBySize(rooms, ({ participants }) => participants),
  };
}

interface Summed {
  about: string;
  question: string;
  groups: Groups;
  /** Set if it is also shown for several rooms together. */
  link: Link | undefined;
}

/** The numbers of the chosen rooms that may be shown, and whether some are left out. */
function numbersIn(scope: Scope, { about, question, groups, link }: Summed): { values: number[]; isPart: boolean } {
  const alone = within(scope, groups.of(about), ({ told }) => told.has(about));
  const together = within(scope, link ? groups.together[link] : [], ({ untold }) => untold.has(about));
  const values = [
    ...alone.told.flatMap(({ told }) => told.get(about)?.get(question) ?? []),
    ...together.told.flatMap(({ untold }) => untold.get(about)?.get(question) ?? []),
  ];
  return { values, isPart: alone.isPart || together.isPart };
}

/**
 * The groups that lie completely within the chosen rooms, and whether a chosen room that counts belongs to none of
 * them.
 */
function within({ rooms, chosen }: Scope, groups: readonly RoomGroup[], counts: (room: RoomAnswers) => boolean) {
  const told = new Set(groups.filter((group) => group.every((id) => chosen.has(id))).flat());
  const asked = rooms.filter((room) => chosen.has(room.id) && counts(room));
  return { told: asked.filter(({ id }) => told.has(id)), asked, isPart: asked.some(({ id }) => !told.has(id)) };
}

interface WaveAsked {
  survey: SurveyActivity;
  question: Evaluated;
  groups: Groups;
}

function waveFigure(scope: Scope, { survey, question, groups }: WaveAsked): WaveFigure {
  const link = survey === surveyAt(scope.surveys, 'screening') ? 'screening' : undefined;
  const numbersOf = (key: string) => numbersIn(scope, { about: survey.id, question: key, groups, link }).values;
  const { values, counts } = countedIn(question, numbersOf);
  const answered = scope.rooms
    .filter(({ id }) => scope.chosen.has(id))
    .reduce((sum, room) => sum + (room.answered.get(survey.id) ?? 0), 0);
  const isPart = !question.isForSome && values.length < answered;
  if (values.length < LEAST_ANSWERS) return { survey, question, answered, shown: undefined, isPart };
  const numbers = question.range ? values.filter((value) => value >= 0) : [];
  const { mean, interval } = numbers.length > 0 ? meanOf(numbers) : { mean: undefined, interval: undefined };
  const inScale = interval && question.range && withinScale(interval, question.range);
  return { survey, question, answered, shown: { n: values.length, mean, interval: inScale, counts }, isPart };
}

/** The numbers of a question's options, and how many people chose each. */
function countedIn(question: Evaluated, numbersOf: (key: string) => number[]) {
  if (question.kind === 'many') {
    const byOption = question.options.map(({ id }) => numbersOf(keyOf(question, id)));
    return { values: byOption[0] ?? [], counts: byOption.map((all) => all.filter((value) => value === 1).length) };
  }
  const values = numbersOf(question.id);
  return { values, counts: question.options.map(({ code }) => values.filter((value) => value === code).length) };
}

/** The questions asked in more than one wave after the screening, in their order. */
function questionsOverTime(figures: readonly Pick<WaveFigure, 'survey' | 'question'>[]): Evaluated[] {
  const later = figures.filter(({ survey, question }) => survey.wave !== 'screening' && question.range !== undefined);
  const byId = Map.groupBy(later, ({ question }) => question.id);
  return [...byId.values()].flatMap((asked) => {
    const at = new Set(asked.map(({ survey }) => survey.wave));
    return at.size > 1 && asked[0] ? [asked[0].question] : [];
  });
}

interface ChangeAsked {
  change: WaveChange;
  question: Evaluated;
  groups: Groups;
  figures: readonly WaveFigure[];
}

function changeFigure(scope: Scope, { change, question, groups, figures }: ChangeAsked): ChangeFigure {
  const at = (wave: Wave) => figureAt(figures, wave, question.id)?.shown?.mean;
  const [before, after] = [at(change.from), at(change.to)];
  const all = before === undefined || after === undefined ? undefined : after - before;
  const { link } = change;
  const { values, isPart } = numbersIn(scope, { about: link, question: question.id, groups, link });
  const same =
    values.length < LEAST_ANSWERS ? undefined : { n: values.length, ...meanOf(values), effect: effectOf(values) };
  return { ...change, question, all, same, isPart };
}

/** @param wave if it has several surveys, the first with the question is used */
function figureAt(figures: readonly WaveFigure[], wave: Wave, question: string): WaveFigure | undefined {
  return figures.find((figure) => figure.survey.wave === wave && figure.question.id === question);
}

/**
 * The chosen rooms whose numbers of participants may be told, in whole groups of five people or more, and whether some
 * are left out. Every number of a report is a sum of these groups.
 */
export function toldRooms(rooms: readonly RoomAnswers[], chosen: ReadonlySet<string>) {
  const groups = groupsBySize(rooms, ({ participants }) => participants);
  const { told, isPart } = within({ surveys: [], rooms, chosen }, groups, ({ participants }) => participants > 0);
  const ids = new Set(told.map(({ id }) => id));
  return { groups: groups.filter((group) => group.every((id) => ids.has(id))), isPart };
}

/** Response rates: like answers, they are shown for five or more participants. */
function ratesOf(scope: Scope, groups: readonly RoomGroup[]): RateFigure[] {
  const { told, isPart } = within(scope, groups, ({ participants }) => participants > 0);
  const of = told.reduce((sum, { participants }) => sum + participants, 0);
  return inWaveOrder(scope.surveys).map((survey) => {
    const answered = told.reduce((sum, room) => sum + (room.answered.get(survey.id) ?? 0), 0);
    const shown = of === 0 ? undefined : { answered, of, share: answered / of, interval: shareInterval(answered, of) };
    return { survey, shown, isPart };
  });
}

/** Surveys in the order in which they are answered. */
export function inWaveOrder(surveys: readonly SurveyActivity[]): SurveyActivity[] {
  return surveys.toSorted((one, other) => waves.indexOf(one.wave) - waves.indexOf(other.wave));
}
