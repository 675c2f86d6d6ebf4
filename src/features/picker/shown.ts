import type { Request } from 'express';
import type { Course, Courses } from '../../content/course.ts';
import type { Schedule } from '../../domain/schedule.ts';
import type { Language, Viewer } from '../../domain/viewer.ts';
import { texts, type Text } from '../../text/texts.ts';
import { courseIn } from '../../content/find.ts';
import { roomPath } from '../../http/roomPath.ts';

/** What every page of a content selection needs. */
export interface Shown {
  course: Course;
  schedule: Schedule;
  text: Text;
  /** Address of a page of this selection, in its language. */
  address: (page?: string) => string;
  /** What the layout needs. */
  frame: {
    language: Language;
    text: Text;
    /** None: "cancel" leads back to the course, and also tells it that nothing was chosen. */
    returnUrl: '';
    mayClose: false;
    /** None: the course waits for the choice in this very frame. */
    wholeWindow: undefined;
    languageSwitch: { href: string; isLink: true } | undefined;
  };
}

interface Asked {
  courses: Courses;
  viewer: Viewer;
  schedule: Schedule;
  req: Request;
}

/**
 * The page and the placed titles have the same language: the launch's, which most platforms take from the course. An
 * instructor whose own language differs from the class's changes both with the layout's language link.
 */
export function shownTo({ courses, viewer, schedule, req }: Asked): Shown {
  const asked = req.query['sprog'];
  const language = asked === 'da' || asked === 'en' ? asked : viewer.language;
  const other = language === 'da' ? 'en' : 'da';
  const text = texts[language];
  const base = roomPath(viewer.room, `/vaelg/${String(req.params['selection'])}`);
  const inLanguage = (address: string, one: Language) =>
    one === viewer.language ? address : `${address}?sprog=${one}`;
  return {
    course: courseIn(courses, language),
    schedule,
    text,
    address: (page = '') => inLanguage(base + page, language),
    frame: {
      language,
      text,
      returnUrl: '',
      mayClose: false,
      wholeWindow: undefined,
      languageSwitch: courses[other] && { href: inLanguage(base, other), isLink: true },
    },
  };
}
