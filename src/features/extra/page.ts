import type { Course, Module } from '../../content/course.ts';
import { extraMinutes, extraPages } from '../../content/reading/extra.ts';
import { deeperHeadings } from '../../content/reading/markdown.ts';
import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';

interface ExtraInput {
  course: Course;
  module: Module;
  home: string;
  language: Language;
  /** The words of the link to the room's front page. */
  toRoom: string;
}

/** A module's optional reading as a page: examples, exercises, and related tools. */
export function extraPage({ course, module, home, language, toRoom }: ExtraInput) {
  const { room, extra: text } = texts[language];
  const { extra } = module;
  if (!extra) return undefined;
  return {
    title: extra.title,
    topic: module.title,
    intro: extra.intro,
    toRoom,
    wordsIn: module.language === undefined || module.language === language ? '' : module.language,
    whole: text.whole(extraMinutes(course, module)),
    parts: extra.parts.map((part) => ({
      ...part,
      html: deeperHeadings(part.html, 1),
      minutes: room.minutesShort(part.minutes),
    })),
    pages: extraPages(course, extra).map(({ tool, minutes }) => ({
      title: tool.title,
      summary: tool.summary,
      href: `${home}vaerktoejskasse/${tool.id}`,
      minutes: room.minutesShort(minutes),
    })),
  };
}
