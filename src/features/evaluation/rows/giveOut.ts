/*
 * Decides whose answers an evaluator may have row by row, given everything that tables have ever shown: subtracting the rows from any table must leave nobody, or five or more people.
 * docs/decisions/0051-rows-that-no-table-completes.md
 */
import { hidesAsMany, isSafeAlone, links } from '../disclosure/disclosure.ts';
import { kindsOf, toldOf, type SurveyOf } from '../disclosure/peopleByFigures.ts';
import type { Member, RoomSteps } from '../disclosure/stepStore.ts';
import { hasErased } from '../disclosure/steps.ts';

export interface Sharing {
  /** Ids of the people who agree to it now. */
  people: ReadonlySet<string>;
  /** Whether the same person's answers to this survey are given out from another room already. */
  isElsewhere: (person: string, survey: string) => boolean;
  surveyOf: SurveyOf;
  /** Whether no other room is evaluated, so that nothing was told of it together with one. */
  isOnly: boolean;
}

/** Gives out as many further rows as possible. Rows once given out stay so, since they are known. */
export function giveOut(before: RoomSteps, sharing: Sharing): RoomSteps {
  const wishes = before.members.flatMap((member) => {
    const surveys = wishesOf(member, sharing);
    return surveys.length === 0 ? [] : [{ person: member.person, surveys }];
  });
  if (wishes.length === 0 || hasErased(before)) return before;
  const isSafe = judging(before, sharing);
  let given = longest(wishes, (some) => isSafe(withRows(before, some)));
  // One person may be in the way of all others: who answered only once, with two or three more.
  for (const wish of wishes) {
    if (given.includes(wish)) continue;
    const more = [...given, wish];
    if (isSafe(withRows(before, more))) given = more;
  }
  return given.length === 0 ? before : withRows(before, given);
}

interface Wish {
  person: string;
  surveys: string[];
}

/** The longest beginning of the list that may be given out: the whole list may be where most of it may not. */
function longest(wishes: Wish[], isSafe: (some: Wish[]) => boolean): Wish[] {
  for (let count = wishes.length; count > 0; count -= 1) {
    const some = wishes.slice(0, count);
    if (isSafe(some)) return some;
  }
  return [];
}

/** The surveys whose rows were given out and may still be; none for people who have withdrawn their consent. */
export function rowsOf({ person, rows = [], values }: Member, people: ReadonlySet<string>): string[] {
  return people.has(person) ? rows.filter((survey) => values[survey] !== undefined) : [];
}

function wishesOf({ person, steps, values, rows = [] }: Member, { people, isElsewhere, surveyOf }: Sharing): string[] {
  if (!people.has(person)) return [];
  const counted = Object.keys(values).filter((survey) => steps[survey] !== undefined);
  // The answers of the screening may be those of the survey before the course, also of one that is answered later: both are given
  // out, or none.
  const { screening = '', foer = '' } = surveyOf;
  const isWhole = steps[screening] === undefined || (counted.includes(screening) && counted.includes(foer));
  return counted
    .filter((survey) => !rows.includes(survey) && !isElsewhere(person, survey))
    .filter((survey) => isWhole || (survey !== screening && survey !== foer));
}

function withRows(room: RoomSteps, wishes: readonly Wish[]): RoomSteps {
  const given = new Map(wishes.map(({ person, surveys }) => [person, surveys]));
  const members = room.members.map((member) => {
    const more = given.get(member.person);
    return more ? { ...member, rows: [...(member.rows ?? []), ...more] } : member;
  });
  return { ...room, members };
}

/**
 * Rows are safe if they are so beside what the room shows alone, and if it still hides as many people as before in what is pooled with
 * other rooms. A room without others is pooled with none: there they are judged as if it showed everything alone.
 */
function judging(before: RoomSteps, { surveyOf, isOnly }: Sharing): (after: RoomSteps) => boolean {
  const told = toldOf(before);
  const kindsBefore = kindsOf(before, surveyOf);
  return (after) => {
    const kinds = kindsOf(after, surveyOf);
    if (isOnly && isSafeAlone({ kinds, told: [...told, ...links] })) return true;
    return isSafeAlone({ kinds, told }) && hidesAsMany({ kinds: kindsBefore, told }, { kinds, told });
  };
}
