import type { PartCheck } from '../../content/partChecks.ts';
import type { Language } from '../../domain/viewer.ts';
import { HIGHEST_LIX } from '../../content/check.ts';
import { texts } from '../../text/texts.ts';

interface PartInput {
  parts: readonly PartCheck[];
  /** Where the page lists the files of a part, and what it calls it. */
  sectionOf: (part: string) => { id: string; heading: string };
  language: Language;
}

/** The check of the draft as a table: a row for each week, and for each other part of the course. */
export function partTable({ parts, sectionOf, language }: PartInput) {
  const text = texts[language].editing.table;
  return {
    caption: text.caption,
    hint: text.hint,
    part: text.part,
    columns: Object.values(text.columns),
    rows: parts.map((part) => ({ ...sectionOf(part.part), cells: cellsOf(part) })),
  };
}

function cellsOf({ minutes, lix, words, avoided, links, phones, untranslated, others }: PartCheck) {
  const found = [avoided, links, phones, untranslated, others];
  return [
    { value: minutes?.short ?? '' },
    { value: minutes?.whole ?? '' },
    { value: lix === undefined ? '' : lix.toFixed(0), isWrong: lix !== undefined && lix > HIGHEST_LIX },
    { value: words },
    ...found.map((value) => ({ value, isWrong: value > 0 })),
  ];
}
