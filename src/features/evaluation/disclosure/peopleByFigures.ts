import type { Member, RoomSteps } from './stepStore.ts';
import type { Counted, Kind, Link } from './disclosure.ts';
import type { Wave } from '../../../domain/surveyDates.ts';

/** Id of the survey that represents a wave in comparisons with others. */
export type SurveyOf = Partial<Record<Wave, string>>;

/**
 * A figure's name: with its step's number if the room shows it alone, by its subject alone if it waits for other rooms.
 */
function nameOf({ steps }: Pick<RoomSteps, 'steps'>, step: number, about: string): string {
  return steps[step]?.isTold ? String(step) : about;
}

/** Names of everything that is shown for the room alone. */
export function toldOf({ steps }: Pick<RoomSteps, 'steps'>): string[] {
  return steps.flatMap(({ isTold }, step) => (isTold ? [String(step)] : []));
}

/** The people of a room, grouped by which figures count their answers. */
export function kindsOf(room: RoomSteps, surveyOf: SurveyOf): Kind[] {
  const each = room.members.map((member) => JSON.stringify(answersOf(room, member, surveyOf)));
  return [...Map.groupBy(each, (answers) => answers)].map(([answers, people]) => ({
    people: people.length,
    answers: JSON.parse(answers) as Counted[],
  }));
}

/** Without answers that were given out row by row: they are known, so no sum can reveal them. */
function answersOf(room: RoomSteps, { steps, rows = [] }: Member, surveyOf: SurveyOf): Counted[] {
  const isKnown = (survey: string | undefined) => survey !== undefined && rows.includes(survey);
  const counted = (about: string | undefined, times: number, called = about): [string, number][] => {
    const step = about === undefined ? undefined : steps[about];
    return step === undefined || called === undefined ? [] : [[nameOf(room, step, called), times]];
  };
  const link = (name: Link, times: number) => counted(name, times);
  const screened = isKnown(surveyOf.screening) ? [] : counted(surveyOf.screening, 1, 'screening');
  const before = counted(surveyOf.foer, 1);
  const after = counted(surveyOf.efter, 1);
  const later = counted(surveyOf['3-maaneder'], 1);
  const answers = [
    // The answers of the screening may be those of the survey before the course.
    isKnown(surveyOf.foer) ? [] : [...screened, ...before, ...link('foer>efter', -1), ...link('foer>3-maaneder', -1)],
    isKnown(surveyOf.efter) ? [] : [...after, ...link('foer>efter', 1), ...link('efter>3-maaneder', -1)],
    isKnown(surveyOf['3-maaneder']) ? [] : [...later, ...link('efter>3-maaneder', 1), ...link('foer>3-maaneder', 1)],
  ];
  const compared = Object.values(surveyOf);
  const others = Object.keys(steps)
    .filter((about) => !compared.includes(about) && !about.includes('>') && !isKnown(about))
    .map((about) => counted(about, 1));
  return [...answers, ...others].filter((answer) => answer.length > 0).map((answer) => Object.fromEntries(answer));
}
