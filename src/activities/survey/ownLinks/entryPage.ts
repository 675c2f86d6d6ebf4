import type { Courses } from '../../../content/course.ts';
import type { Language } from '../../../domain/viewer.ts';
import { texts } from '../../../text/texts.ts';
import { courseIn, findActivity } from '../../../content/find.ts';
import { dayInWords } from '../../../text/times.ts';
import type { Door } from './surveyAccess.ts';

export interface DoorPageInput {
  /** As it came in the address. */
  token: string;
  language: Language;
  courses: Courses;
}

/** The page behind a link of one's own, as `views/survey/door.hbs` takes it. */
export function doorPage(door: Door, { token, language, courses }: DoorPageInput) {
  const text = texts[language];
  const address = `/svar/${encodeURIComponent(token)}`;
  const other = text.common.otherLanguage.language;
  return {
    language,
    // The layout's foot sends people to a course room, which may be closed.
    text: { ...text, common: { ...text.common, help: text.survey.link.help } },
    languageSwitch: { href: `${address}?sprog=${other}`, isLink: true },
    mayClose: true,
    title: text.survey.link.door[door.kind].title,
    lead: leadOf(door, language, courses),
    action: door.kind === 'ready' ? `${address}?sprog=${language}` : '',
  };
}

function leadOf(door: Door, language: Language, courses: Courses): string {
  const text = texts[language].survey.link.door;
  if (door.kind === 'ready') {
    const survey = findActivity(courseIn(courses, language), door.link.activity);
    return text.ready.text(survey?.title ?? '', survey?.minutes ?? 0);
  }
  return door.kind === 'later' ? text.later.text(dayInWords(door.opens, language)) : text[door.kind].text;
}
