import { kindOf } from '../../activities/kinds.ts';
import type { Course, Extra, Module, Tool, Toolbox } from '../../content/course.ts';
import { deeperHeadings } from '../../content/reading/markdown.ts';
import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';

interface BookInput {
  course: Course;
  /** The toolbox; in Danish if it has not been translated. */
  danish: Toolbox | undefined;
  language: Language;
  home: string;
}

/**
 * The course as a book: helplines, the texts of each module with its optional reading, and the tools. The stories of
 * the digital co-participants are left out, since they depend on the reader's choices.
 */
export function bookPage({ course, danish, language, home }: BookInput) {
  const { title, intro } = texts[language].courseBook;
  const toolbox = course.toolbox ?? danish;
  return {
    title,
    intro,
    courseTitle: course.title,
    index: `${home}vaerktoejskasse`,
    help: { html: deeperHeadings(course.hardMoments, 1) },
    chapters: course.modules.map((module) => chapterOf(module, language)),
    toolbox: toolbox && {
      title: toolbox.title,
      intro: toolbox.intro,
      lang: danish ? 'da' : '',
      tools: toolbox.tools.map(toolOf),
    },
  };
}

function chapterOf(module: Module, language: Language) {
  const { id, number, title, summary, activities, extra } = module;
  const steps = activities.filter((activity) => kindOf(activity).isPreparation).flatMap(({ steps: own = [] }) => own);
  return {
    id,
    number,
    title,
    summary,
    lang: module.language === undefined || module.language === language ? '' : module.language,
    texts: steps.filter(({ html }) => html !== '').map((step) => ({ title: step.title, html: inBook(step.html, 2) })),
    extra: extra && extraOf(extra),
  };
}

function extraOf({ id, title, intro, parts }: Extra) {
  return { id, title, intro, parts: parts.map((part) => ({ title: part.title, html: inBook(part.html, 3) })) };
}

function toolOf(tool: Tool) {
  const { id, title, summary, when, what, steps, example, stuck, tryNow, sheet } = tool;
  return {
    id,
    title,
    summary,
    when,
    what: { html: inBook(what.html, 3) },
    steps: steps.map(({ html }) => ({ html: inBook(html, 3) })),
    example: { html: inBook(example.html, 3) },
    stuck: stuck && { html: inBook(stuck.html, 3) },
    tryNow: { html: inBook(tryNow.html, 3) },
    sheet: sheet.map(({ ask, lines }) => ({ ask, lines: Array.from({ length: lines }, (_, index) => index) })),
  };
}

/** A text below the headings of the book; its links to tools lead to their place in the book. */
function inBook(html: string, levels: number): string {
  return deeperHeadings(html, levels).replaceAll('href="vaerktoej:', 'href="#vaerktoej-');
}
