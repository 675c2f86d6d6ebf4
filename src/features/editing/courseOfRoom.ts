import type { RequestHandler } from 'express';
import { tellLater } from '../../http/tellLater.ts';
import type { Served } from './served.ts';

/**
 * Makes everything that follows read this room's version of the course. If the version cannot be found out, the room's
 * own pages report that after reading the form, so that they can give its text back.
 */
export function courseOfRoom({ served: { current, coursesOf } }: { served: Served }): RequestHandler<{ room: string }> {
  return async (req, res, next) => {
    const courses = await coursesOf(req.params.room).catch((error: unknown) => tellLater(res, error));
    if (courses) current.within(courses, next);
    else next();
  };
}
