import type { Course, Module } from '../../content/course.ts';
import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';
import { extraPage } from './page.ts';

/** The page of a module's optional reading, as a preview for its authors. */
export function extraPreview(course: Course, module: Module, language: Language) {
  const { toWeek: toRoom } = texts[language].common.problem;
  return { view: 'extra/extra', model: extraPage({ course, module, home: '#', language, toRoom }) ?? {} };
}
