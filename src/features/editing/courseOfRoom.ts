import type { RequestHandler } from 'express';
import { tellLater } from '../../http/tellLater.ts';
import type { Served } from './served.ts';

/**
 * Lets everything that follows read the version of the course that is this room's. Where it cannot be known, the room's
 * own pages say so once they have read the form, whose words they then give back.
 */
export function courseOfRoom({ served: { current, coursesOf } }: { served: Served }): RequestHandler<{ room: string }> {
  return async (req, res, next) => {
    const courses = await coursesOf(req.params.room).catch((error: unknown) => tellLater(res, error));
    if (courses) current.within(courses, next);
    else next();
  };
}
