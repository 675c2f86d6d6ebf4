import type { Course } from '../../content/course.ts';
import type { PartCheck } from '../../content/checks/partChecks.ts';
import type { Language } from '../../domain/viewer.ts';
import { HIGHEST_LIX } from '../../content/checks/check.ts';
import { locale } from '../../text/locale.ts';
import { texts } from '../../text/texts.ts';

/** The result of the check for a part of the draft, in one line; kinds of faults that do not occur are left out. */
export function partLine(check: PartCheck | undefined, course: Course | undefined, language: Language) {
  if (!check) return { facts: '', wrong: [] };
  const { minutes, lix, words } = check;
  const text = texts[language].editing.parts;
  const isHard = lix !== undefined && lix > HIGHEST_LIX;
  const facts = [
    course ? weekIn(course, check.part, language) : '',
    minutes ? text.minutes(minutes.short, minutes.whole) : '',
    lix === undefined || isHard ? '' : `LIX ${lix.toFixed(0)}`,
    words === 0 ? '' : text.words(words.toLocaleString(locale[language])),
  ];
  const wrong = (['avoided', 'links', 'phones', 'untranslated', 'others'] as const).flatMap((kind) =>
    check[kind] > 0 ? [text.wrong[kind](check[kind])] : [],
  );
  return { facts: facts.filter(Boolean).join(' · '), wrong: [...(isHard ? [`LIX ${lix.toFixed(0)}`] : []), ...wrong] };
}

/** The week of a module, or the rhythm that alone has it; empty for what is no module. */
function weekIn({ modules, variants }: Course, part: string, language: Language): string {
  const text = texts[language].editing.parts;
  const index = modules.findIndex(({ id }) => id === part);
  if (index >= 0) return text.week(index + 1);
  const rhythm = variants.find(({ weeks }) => weeks.flat().includes(part));
  return rhythm ? text.onlyIn(rhythm.title) : '';
}
