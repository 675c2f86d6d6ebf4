import type { Course, Module } from '../../content/course.ts';
import { extraMinutes } from '../../content/reading/extra.ts';
import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';

interface Offered {
  course: Course;
  modules: readonly Module[];
  home: string;
  language: Language;
}

/**
 * A link to each module's optional reading, in the form that `views/partials/extra/offers.hbs` takes. It has no state.
 */
export function extraOffers({ course, modules, home, language }: Offered) {
  return modules.flatMap((module) => {
    if (!module.extra) return [];
    const lang = module.language === undefined || module.language === language ? '' : module.language;
    const minutes = texts[language].room.minutesShort(extraMinutes(course, module));
    return [{ title: module.extra.title, lang, minutes, href: `${home}vil-du-mere/${module.id}` }];
  });
}
