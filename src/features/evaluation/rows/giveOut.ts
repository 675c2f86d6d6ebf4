/*
 * Decides whose answers an evaluator may have row by row, given everything that tables have ever shown: subtracting the rows from any table must leave nobody, or five or more people.
 * docs/decisions/0051-rows-that-no-table-completes.md
 */
import { isSafeAlone, links } from '../disclosure/disclosure.ts';
import { kindsOf, toldOf } from '../disclosure/peopleByFigures.ts';
import type { Member, RoomSteps } from '../disclosure/stepStore.ts';
import { hasErased, type SurveyOf } from '../disclosure/steps.ts';

export interface Sharing {
  /** Ids of the people who agree to it now. */
  people: ReadonlySet<string>;
  /** Whether the same person's answers to this survey are given out from another room already. */
  isElsewhere: (person: string, survey: string) => boolean;
  surveyOf: SurveyOf;
}

/** Gives out as many further rows as possible. Rows once given out stay so, since they are known. */
export function giveOut(before: RoomSteps, sharing: Sharing): RoomSteps {
  const wishes = before.members.flatMap((member) => {
    const surveys = wishesOf(member, sharing);
    return surveys.length === 0 ? [] : [{ person: member.person, surveys }];
  });
  if (wishes.length === 0 || hasErased(before)) return before;
  for (let count = wishes.length; count > 0; count -= 1) {
    const after = withRows(before, new Map(wishes.slice(0, count).map(({ person, surveys }) => [person, surveys])));
    if (isSafe(after, sharing.surveyOf)) return after;
  }
  return before;
}

/** The surveys whose rows were given out and may still be; none for people who have withdrawn their consent. */
export function rowsOf({ person, rows = [], values }: Member, people: ReadonlySet<string>): string[] {
  return people.has(person) ? rows.filter((survey) => values[survey] !== undefined) : [];
}

function wishesOf({ person, steps, values, rows = [] }: Member, { people, isElsewhere, surveyOf }: Sharing): string[] {
  if (!people.has(person)) return [];
  const counted = Object.keys(values).filter((survey) => steps[survey] !== undefined);
  // The answers of the screening may be those of the survey before the course: both are given out, or none.
  const twins = [surveyOf.screening, surveyOf.foer].filter(
    (survey) => survey !== undefined && steps[survey] !== undefined,
  );
  const areTwins = twins.length === 2;
  const hasBoth = twins.every((survey) => survey !== undefined && counted.includes(survey));
  return counted
    .filter((survey) => !rows.includes(survey) && !isElsewhere(person, survey))
    .filter((survey) => !areTwins || hasBoth || !twins.includes(survey));
}

function withRows(room: RoomSteps, given: ReadonlyMap<string, readonly string[]>): RoomSteps {
  const members = room.members.map((member) => {
    const more = given.get(member.person);
    return more ? { ...member, rows: [...(member.rows ?? []), ...more] } : member;
  });
  return { ...room, members };
}

/** Assumes that the room shows everything alone, which is more than it does. */
function isSafe(room: RoomSteps, surveyOf: SurveyOf): boolean {
  return isSafeAlone({ kinds: kindsOf(room, surveyOf), told: [...toldOf(room), ...links] });
}
