import type { Viewer } from '../domain/viewer.ts';
import { roomPath } from '../http/roomPath.ts';

/** Address of an activity; all of its pages lie below it. */
export function activityPath({ room }: Pick<Viewer, 'room'>, activity: string): string {
  return roomPath(room, `/aktivitet/${activity}`);
}

/** Address of a step, used both to show it and to post to it. @param step as in the address: 1 and up, or a word */
export function stepPath(viewer: Pick<Viewer, 'room'>, activity: string, step: string | number): string {
  return `${activityPath(viewer, activity)}/trin/${step}`;
}

export interface StepAddress {
  room: string;
  activity: string;
  step: string;
}

/** The activity and step that an address names; undefined for any other address. */
export function readStepPath(path: string): StepAddress | undefined {
  const [room, activity, step] = /^\/rum\/([^/]+)\/aktivitet\/([^/]+)\/trin\/([^/]+)$/.exec(path)?.slice(1) ?? [];
  return room && activity && step ? { room, activity, step } : undefined;
}
