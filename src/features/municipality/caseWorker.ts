import { Router } from 'express';
import { courseIn } from '../../content/find.ts';
import type { Courses } from '../../content/course.ts';
import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';

/**
 * What case workers may ask about each week, on one sheet of paper. Public, since it is about the course and not about
 * people.
 */
export function caseWorkerPages({ courses }: { courses: Courses }): Router {
  const router = Router();
  for (const language of ['da', 'en'] satisfies Language[]) {
    const text = texts[language];
    const { title, path, otherPath, week } = text.municipality.caseWorker;
    router.get(path, (_req, res) =>
      res.render('municipality/caseWorker', {
        language,
        text,
        title,
        languageSwitch: { isLink: true, href: otherPath },
        weeks: courseIn(courses, language).modules.map((module) => ({
          heading: week(module.number, module.title),
          summary: module.summary,
          asks: module.askAbout ?? [],
        })),
      }),
    );
  }
  return router;
}
