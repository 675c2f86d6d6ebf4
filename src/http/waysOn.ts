import type { Request, Response } from 'express';
import type { Language, Viewer } from '../domain/viewer.ts';
import { texts } from '../text/texts.ts';
import { can } from './actions.ts';

interface Place {
  href: string;
  label: string;
  /** Whether it leads out of the course's frame. */
  leaves: boolean;
}

export interface WayOn extends Place {
  /** The look of its button. */
  look: 'primary' | 'secondary';
}

/**
 * Where a person can go from an error page: their room, the course that they came from, or the front page. `isFirst`:
 * the page offers nothing better.
 */
export function waysOn(
  req: Request,
  res: Response,
  { language, isFirst }: { language: Language; isFirst: boolean },
): WayOn[] {
  return placesFor(req, res, language).map((place, index) => ({
    ...place,
    look: isFirst && index === 0 ? 'primary' : 'secondary',
  }));
}

function placesFor(req: Request, res: Response, language: Language): Place[] {
  const { viewer, home, returnUrl } = res.locals as { viewer?: Viewer; home?: string; returnUrl?: string };
  const { backToCourse, problem } = texts[language].common;
  const places = viewer && home ? [roomOf(viewer, home, language)] : [];
  if (returnUrl) places.push({ href: returnUrl, label: backToCourse, leaves: true });
  // A room's address without a session leads nowhere but to its course, if we know where that is.
  if (places.length > 0 || req.originalUrl.startsWith('/rum/')) return places;
  return [{ href: '/', label: problem.front, leaves: false }];
}

function roomOf({ role, only }: Viewer, home: string, language: Language): Place {
  const { toSurvey, toWeek, toRoom } = texts[language].common.problem;
  if (only !== undefined) return { href: `${home}aktivitet/${only}`, label: toSurvey, leaves: false };
  return { href: home, label: can(role, 'answerActivity') ? toWeek : toRoom, leaves: false };
}
