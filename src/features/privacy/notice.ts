import { Router } from 'express';
import type { Course, Courses } from '../../content/course.ts';
import type { Language, Viewer } from '../../domain/viewer.ts';
import type { Notices } from './notices.ts';
import { texts } from '../../text/texts.ts';
import { courseIn } from '../../content/find.ts';
import { dateInWords } from '../../text/times.ts';

const otherLanguage = { da: 'en', en: 'da' } as const satisfies Record<Language, Language>;

/** The notice in this language, or in the language that has one. */
function noticeIn(courses: Courses, language: Language): Course['notice'] {
  return courseIn(courses, language).notice ?? courses.da.notice;
}

/** The privacy notice, for anyone to read. It belongs to no room, because its own window has no session. */
export function noticePages(courses: Courses): Router {
  const router = Router();
  for (const language of ['da', 'en'] satisfies Language[]) {
    const notice = noticeIn(courses, language);
    if (!notice) continue;
    const text = texts[language];
    const { title, path, version } = text.privacy.notice;
    router.get(path, (_req, res) => {
      res.render('privacy/notice', {
        language,
        text,
        title,
        html: notice.html,
        version: version(notice.version, dateInWords(notice.date, language), notice.date.slice(0, 4)),
        languageSwitch: { isLink: true, href: texts[otherLanguage[language]].privacy.notice.path },
      });
    });
  }
  return router;
}

/**
 * For the layout: the link to the notice on every page, and one calm line during the visit in which a version is new.
 */
export function noticeFor({ courses, notices }: { courses: Courses; notices: Notices }) {
  return async (viewer: Viewer, isPage: boolean): Promise<object> => {
    const notice = noticeIn(courses, viewer.language);
    if (!notice) return {};
    const why = isPage ? await notices.show(viewer, notice) : undefined;
    const { lines, link, path } = texts[viewer.language].privacy.notice;
    return { hasNotice: true, noticeLine: why && { text: lines[why], link, href: path } };
  };
}
