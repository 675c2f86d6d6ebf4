import type { Viewer } from '../../domain/viewer.ts';

export const activityPath = (viewer: Viewer, activity: string): string => `/rum/${viewer.room}/aktivitet/${activity}`;

/** Address of a step, which is both shown and posted to. @param index position of the step, 0 and up. */
export const stepPath = (viewer: Viewer, activity: string, index: number): string =>
  `${activityPath(viewer, activity)}/trin/${index + 1}`;

export const receiptPath = (viewer: Viewer, activity: string): string => `${activityPath(viewer, activity)}/kvittering`;
