import type { SurveyActivity } from '../../../content/course.ts';
import type { Language } from '../../../domain/viewer.ts';
import type { Room } from '../../../rooms/rooms.ts';
import { toldRooms, type Evaluation } from '../figures.ts';
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

/** Everything of the report for the chosen rooms: what the classes did, then what they answered. */
export async function readReport(deps: ActivityDeps, asked: ReportAsked): Promise<ReportSection[]> {
  const { rooms, chosen, told, language } = asked;
  const { ids, isPart } = toldRooms(
    rooms.map(({ answers }) => answers),
    chosen,
  );
  const classes: ClassActivity[] = [];
  // One after the other: an evaluator may wait a little, but people who answer meanwhile must not.
  for (const { room } of rooms) if (ids.has(room.id)) classes.push(await activityOf(deps, room));
  return [activitySection({ classes, isPart, language }), ...surveySections(told, language)];
}
