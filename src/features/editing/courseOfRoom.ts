import type { RequestHandler } from 'express';
import type { Served } from './served.ts';

/** Lets everything that follows read the version of the course that is this room's. */
export function courseOfRoom({ served: { current, coursesOf } }: { served: Served }): RequestHandler<{ room: string }> {
  return async (req, _res, next) => current.within(await coursesOf(req.params.room), next);
}
