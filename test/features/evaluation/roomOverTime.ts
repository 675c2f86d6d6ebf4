import { expect } from 'chai';
import { numbersOf, type RoomAnswers } from '../../../src/features/evaluation/roomAnswers.ts';
import { giveOut } from '../../../src/features/evaluation/rows/giveOut.ts';
import { takeIn } from '../../../src/features/evaluation/disclosure/steps.ts';
import type { RoomSteps, Values } from '../../../src/features/evaluation/disclosure/stepStore.ts';
import { smallestGroup, type Told } from './attacker.ts';

const QUESTION = 'tro';
const surveyOf = { screening: 'screening', foer: 'foer', efter: 'efter', '3-maaneder': '3-maaneder' };
export type Survey = keyof typeof surveyOf;
export const surveys = Object.keys(surveyOf) as Survey[];

/** A room whose people answer, change their answers and are erased, and of which all that is told is written down. */
export function roomOverTime(id: string, cell = { rhythm: '', period: '2026-1' }) {
  const ready = new Map(surveys.map((survey) => [survey as string, new Map<string, Values>()]));
  let counted: RoomSteps = { room: id, steps: [], members: [] };
  /** Of each step, what it counts of whom: as it was when it came in, whoever is erased since. */
  const contents: { counts: Told; sum: number }[] = [];

  /** Whoever comes back after being erased is someone new. */
  const erased = new Map<string, number>();
  const idOf = (person: string) => `${id}/${person}/${erased.get(person) ?? 0}`;

  /** Answers that were ever given out row by row, as `person@survey`. */
  const out = new Set<string>();

  const look = (): RoomAnswers => {
    counted = takeIn(counted, {
      ready,
      agreed: new Map([...ready].map(([survey, given]) => [survey, new Set(given.keys())])),
      surveyOf,
    });
    for (const [index, { about }] of counted.steps.entries()) {
      if (index < contents.length) continue;
      const inIt = counted.members.filter(({ steps }) => steps[about] === index);
      const [from, to] = about.split('>');
      const of = (survey: string | undefined, times: number) =>
        inIt.map(({ person, values }) => {
          const value = values[survey ?? '']?.[QUESTION] ?? Number.NaN;
          return { unknown: `${person}@${survey}`, times, value };
        });
      const terms = to === undefined ? of(from, 1) : [...of(from, -1), ...of(to, 1)];
      contents.push({
        counts: new Map(terms.map(({ unknown, times }) => [unknown, times])),
        sum: terms.reduce((sum, { times, value }) => sum + times * value, 0),
      });
    }
    const { room, steps } = counted;
    const answers = { id: room, pseudonym: room, ...cell, municipality: '', participants: 0, answered: new Map() };
    const numbers = { ...answers, ...numbersOf(counted, surveyOf) };
    // What is told is just this, so the attacker is told no less than everyone.
    for (const about of new Set(steps.map((step) => step.about))) {
      const told = numbers.told.get(about)?.get(QUESTION) ?? [];
      const [sum] = sums(about, true).map((one) => one.sum);
      expect(
        told.reduce((all, value) => all + value, 0),
        about,
      ).to.equal(sum ?? 0);
    }
    return numbers;
  };

  const sums = (about: string, isTold: boolean) => {
    const within = contents.filter((_one, index) => {
      const step = counted.steps[index];
      return step?.about === about && step.isTold === isTold;
    });
    const counts = new Map(within.flatMap((one) => [...one.counts]));
    return within.length === 0 ? [] : [{ counts, sum: within.reduce((sum, one) => sum + one.sum, 0) }];
  };

  return {
    id,
    look,
    answer: (person: string, survey: Survey, value: number) =>
      void ready.get(survey)?.set(idOf(person), { [QUESTION]: value }),
    has: (person: string, survey: Survey) => ready.get(survey)?.has(idOf(person)) ?? false,
    /** Takes back the consent to a survey. */
    withdraw: (person: string, survey: Survey) => void ready.get(survey)?.delete(idOf(person)),
    /** What is kept of someone's answers in the figures. */
    keptOf: (person: string) => counted.members.find((one) => one.person === idOf(person))?.values,
    erase: (person: string) => {
      for (const given of ready.values()) given.delete(idOf(person));
      counted = { ...counted, members: counted.members.filter((one) => one.person !== idOf(person)) };
      erased.set(person, (erased.get(person) ?? 0) + 1);
    },
    /** An evaluator takes the rows of these people. */
    give: (sharers: readonly string[]) => {
      const people = new Set(sharers.map(idOf));
      counted = giveOut(counted, { people, isElsewhere: () => false, surveyOf, isOnly: false });
      for (const { person, rows = [] } of counted.members) for (const survey of rows) out.add(`${person}@${survey}`);
    },
    out: (): ReadonlySet<string> => out,
    steps: () => counted.steps,
    /** The sums of the table as it is now, alone or only together with other rooms. */
    table: (isTold = true): Map<string, Told> =>
      new Map(
        [...new Set(counted.steps.map(({ about }) => about))].flatMap((about) =>
          sums(about, isTold).map(({ counts }): [string, Told] => [about, counts]),
        ),
      ),
  };
}

export type RoomOverTime = ReturnType<typeof roomOverTime>;

/**
 * The fewest people of whom some sum of all that is told speaks beside rows that are known; undefined where they are five or more.
 * @param isShared whether the answers of the screening are those of the survey before the course
 */
export function fewestBeside(tables: readonly Told[], out: ReadonlySet<string>, isShared: boolean): number | undefined {
  const twin = (unknown: string) => unknown.replace('@screening', '@foer');
  const isOut = (unknown: string) =>
    out.has(unknown) || (isShared && [...out].some((one) => twin(one) === twin(unknown)));
  const left = tables.map((table): Told => new Map([...table].filter(([unknown]) => !isOut(unknown))));
  return fewestIn(
    left.filter((table) => table.size > 0),
    isShared,
  );
}

/** The same where nobody has rows. */
export function fewestIn(tables: readonly Told[], isShared: boolean): number | undefined {
  const known = new Set(tables.flatMap((table) => [...table.keys()]));
  const one = (unknown: string) => {
    const before = unknown.replace('@screening', '@foer');
    return isShared && known.has(before) ? before : unknown;
  };
  const told = tables.map((table) => new Map([...table].map(([unknown, times]) => [one(unknown), times])));
  const distinct = [...new Map(told.map((table) => [JSON.stringify([...table].sort()), table])).values()];
  const personOf = (unknown: string) => unknown.replace(/@.*/, '');
  const people = new Set([...known].map(personOf));
  const likeness = (person: string) =>
    JSON.stringify(distinct.map((table) => surveys.map((survey) => table.get(`${person}@${survey}`) ?? 0)));
  const kinds = new Map([...people].map((person) => [person, likeness(person)]));
  const sizes = new Map([...Map.groupBy(kinds.values(), (kind) => kind)].map(([kind, all]) => [kind, all.length]));
  return smallestGroup(distinct, { kindOf: (unknown) => kinds.get(personOf(unknown)) ?? '', sizes });
}
