import type { SurveyActivity } from '../../../content/course.ts';
import type { Language } from '../../../domain/viewer.ts';
import type { Room } from '../../../rooms/rooms.ts';
import { toldRooms, type Evaluation } from '../figures.ts';
import type { RoomGroup } from '../disclosure/groups.ts';
import type { RoomAnswers } from '../roomAnswers.ts';
import { activityOf, type ActivityDeps, type ClassActivity } from './activity.ts';
import { activitySection } from './activityFigures.ts';
import type { ReportSection } from './figure.ts';
import { surveySections } from './surveyFigures.ts';

export interface ReportAsked {
  surveys: readonly SurveyActivity[];
  /** All rooms that the viewer may see, with their documents. */
  rooms: readonly { room: Room; answers: RoomAnswers }[];
  chosen: ReadonlySet<string>;
  told: Evaluation;
  language: Language;
}

/** The whole report for the chosen rooms: the classes' activity, then their answers. */
export async function readReport(deps: ActivityDeps, asked: ReportAsked): Promise<ReportSection[]> {
  const { rooms, chosen, told, language } = asked;
  const all = rooms.map(({ answers }) => answers);
  const { groups, isPart } = toldRooms(all, chosen);
  const classes: ClassActivity[] = [];
  // One after the other: an evaluator may wait a little, but people who answer meanwhile must not.
  for (const { room } of rooms) {
    const group = groups.find((ids) => ids.includes(room.id));
    if (group) classes.push({ ...(await activityOf(deps, room)), municipality: municipalityOf(all, group) });
  }
  const hasMany = rooms.length > 1;
  return [activitySection({ classes, isPart, hasMany, language }), ...surveySections(told, language)];
}

/** The common municipality of a group of classes; empty if they have several, or it is not set. */
function municipalityOf(rooms: readonly RoomAnswers[], group: RoomGroup): string {
  const [name = '', ...others] = new Set(
    rooms.filter(({ id }) => group.includes(id)).map(({ municipality }) => municipality),
  );
  return others.length > 0 ? '' : name;
}
