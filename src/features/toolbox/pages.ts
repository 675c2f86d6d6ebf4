import type { Tool, Toolbox } from '../../content/course.ts';
import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';
import { findTools } from './search.ts';

export interface BoxInput {
  toolbox: Toolbox;
  /** The language of the tools, if it differs from the page's; else empty. */
  lang: Language | '';
  /** Address of the toolbox. */
  base: string;
  language: Language;
}

/** All tools, or those that match the search; if none does, all of them, and the page says so. */
export function indexPage({ toolbox, lang, base, language }: BoxInput, query: string) {
  const text = texts[language].toolbox;
  const found = findTools(toolbox.tools, query);
  const shown = found.length > 0 ? found : toolbox.tools;
  return {
    title: lang === '' ? toolbox.title : text.title,
    intro: toolbox.intro,
    lang,
    base,
    query,
    answer: query === '' ? '' : text.found(found.length, query),
    searched: query !== '',
    tools: shown.map((tool) => linkTo(tool, base)),
  };
}

/** A tool as a page. @param back the activity's page that the person comes from, if any */
export function toolPage({ toolbox, lang, base }: BoxInput, tool: Tool, back: string | undefined) {
  return {
    ...tool,
    lang,
    base,
    back: back ?? '',
    related: tool.related.flatMap((id) => {
      const other = toolbox.tools.find((one) => one.id === id);
      return other ? [linkTo(other, base)] : [];
    }),
  };
}

function linkTo({ id, title, summary }: Tool, base: string) {
  return { title, summary, href: `${base}/${id}` };
}
