import type { Viewer } from '../../../domain/viewer.ts';
import { roomPath } from '../../../http/roomPath.ts';

/** The page before a webinar. */
export function briefPath({ room }: Pick<Viewer, 'room'>, module: string): string {
  return roomPath(room, `/webinar/${module}`);
}

/** Where an instructor writes to a participant or to `holdet`, about an activity or a module. */
export function replyPath({ room }: Pick<Viewer, 'room'>, to: string, about: string): string {
  return roomPath(room, `/svar-til/${to}?om=${about}`);
}
