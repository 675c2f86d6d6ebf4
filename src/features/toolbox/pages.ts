import type { Module, Tool, Toolbox } from '../../content/course.ts';
import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';
import { drawingOf } from './drawings.ts';
import { needOf, needs } from './needs.ts';
import { findTools } from './search.ts';

export interface BoxInput {
  toolbox: Toolbox;
  /** The language of the tools, if it differs from the page's; else empty. */
  lang: Language | '';
  /** The room's front page. */
  home: string;
  /** Address of the toolbox. */
  base: string;
  language: Language;
  /** The course's modules, by which a tool says where it is used. */
  modules: readonly Module[];
}

/**
 * All tools, or those that match the search; if none does, all of them, and the page says so.
 *
 * @param toRoom the words of the link to the room's front page
 */
export function indexPage({ toolbox, lang, base, language, toRoom }: BoxInput & { toRoom: string }, query: string) {
  const text = texts[language].toolbox;
  const found = findTools(toolbox.tools, query);
  const shown = found.length > 0 ? found : toolbox.tools;
  return {
    title: lang === '' ? toolbox.title : text.title,
    intro: toolbox.intro,
    lang,
    base,
    toRoom,
    query,
    answer: query === '' ? '' : text.found(found.length, query),
    searched: query !== '',
    groups:
      query === ''
        ? byNeed(shown, { base, language })
        : [{ id: '', title: '', tools: shown.map((tool) => linkTo(tool, base)) }],
  };
}

/** The tools grouped by need; needs without tools are left out. */
function byNeed(tools: readonly Tool[], { base, language }: Pick<BoxInput, 'base' | 'language'>) {
  return needs
    .map((id) => ({
      id,
      title: texts[language].toolbox.needs[id],
      tools: tools.filter((tool) => needOf(tool.id) === id).map((tool) => linkTo(tool, base)),
    }))
    .filter((group) => group.tools.length > 0);
}

/** A tool as a page. @param back the activity's page that the person comes from, if any */
export function toolPage({ toolbox, lang, home, base, modules }: BoxInput, tool: Tool, back: string | undefined) {
  return {
    ...tool,
    lang,
    base,
    back: back ?? '',
    sheet: tool.sheet.map(({ ask, lines }) => ({ ask, lines: Array.from({ length: lines }, (_, index) => index) })),
    usedIn: modules
      .filter(({ id }) => tool.usedIn.includes(id))
      .map((module) => ({ title: module.title, lang: module.language, href: `${home}uge/${module.id}` })),
    drawing: drawingOf(tool.id),
    related: tool.related.flatMap((id) => {
      const other = toolbox.tools.find((one) => one.id === id);
      return other ? [linkTo(other, base)] : [];
    }),
  };
}

function linkTo({ id, title, summary }: Tool, base: string) {
  return { title, summary, drawing: drawingOf(id), href: `${base}/${id}` };
}
