import type { Language } from '../../../domain/viewer.ts';
import { texts } from '../../../text/texts.ts';
import { courseIn, findActivity } from '../../../content/find.ts';
import { dayInWords } from '../../../text/times.ts';
import type { Entry } from './surveyAccess.ts';

export interface EntryPageInput {
  /** As it came in the address. */
  token: string;
  language: Language;
}

/** The page of a personal survey link, in the form that `views/survey/door.hbs` takes. */
export function entryPage(entry: Entry, { token, language }: EntryPageInput) {
  const text = texts[language];
  const address = `/svar/${encodeURIComponent(token)}`;
  const other = text.common.otherLanguage.language;
  return {
    language,
    // The layout's footer sends people to a course room, which may be closed.
    text: { ...text, common: { ...text.common, help: text.survey.link.help } },
    languageSwitch: { href: `${address}?sprog=${other}`, isLink: true },
    mayClose: true,
    title: text.survey.link.door[entry.kind].title,
    lead: leadOf(entry, language),
    action: entry.kind === 'ready' ? `${address}?sprog=${language}` : '',
  };
}

function leadOf(entry: Entry, language: Language): string {
  const text = texts[language].survey.link.door;
  if (entry.kind === 'ready') {
    const survey = findActivity(courseIn(entry.courses, language), entry.link.activity);
    return text.ready.text(survey?.title ?? '', survey?.minutes ?? 0);
  }
  return entry.kind === 'later' ? text.later.text(dayInWords(entry.opens, language)) : text[entry.kind].text;
}
