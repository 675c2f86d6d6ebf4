import type { Viewer } from '../domain/viewer.ts';
import { roomPath } from '../http/roomPath.ts';

/** Address of an activity, below which all of its pages are. */
export function activityPath({ room }: Pick<Viewer, 'room'>, activity: string): string {
  return roomPath(room, `/aktivitet/${activity}`);
}

/** Address of a step, which is both shown and posted to. @param step as it is named there: 1 and up, or a word */
export function stepPath(viewer: Pick<Viewer, 'room'>, activity: string, step: string | number): string {
  return `${activityPath(viewer, activity)}/trin/${step}`;
}

export interface StepAddress {
  room: string;
  activity: string;
  step: string;
}

/** What the address of a step names; undefined for any other. */
export function readStepPath(path: string): StepAddress | undefined {
  const [room, activity, step] = /^\/rum\/([^/]+)\/aktivitet\/([^/]+)\/trin\/([^/]+)$/.exec(path)?.slice(1) ?? [];
  return room && activity && step ? { room, activity, step } : undefined;
}
