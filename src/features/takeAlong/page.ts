import type { Question } from '../../content/course.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { errorsOf } from '../../forms/errors.ts';
import type { FormWords } from '../../forms/faults.ts';
import { formModel } from '../../forms/shown.ts';
import { answerOf } from '../../responses/merge.ts';
import { texts, type Text } from '../../text/texts.ts';
import type { Choice, SheetGroup } from './form.ts';
import { todayInWords, type Offer } from './offer.ts';
import type { PlanToTake } from '../../activities/handleplan/index.ts';
import { roomPath } from '../../http/roomPath.ts';

function takeAlongPath({ room }: Pick<Viewer, 'room'>): string {
  return roomPath(room, '/tag-med');
}

export interface ChoosePageInput {
  viewer: Viewer;
  questions: readonly Question[];
  choice: Choice;
  /** The person asked for a sheet without choosing anything. */
  isEmpty?: boolean;
}

/** The page with the options: `views/takeAlong/choose.hbs`. */
export function choosePage({ viewer, questions, choice, isEmpty = false }: ChoosePageInput) {
  const { language } = viewer;
  const text = texts[language].takeAlong;
  const words = wordsIn(texts[language]);
  const wrong = { faults: choice.faults, unplacedTexts: [] };
  const stored = { draft: choice.answers, other: {}, savedAt: 0 };
  const fields = formModel({ questions, stored, wrong, language, words }).questions;
  // Once, above all options, the page says that every choice is free.
  const hintOf = new Map(questions.map(({ id, hint }) => [id, hint]));
  const groups = fields
    .filter(({ options }) => options.length > 0)
    .map((field) => ({ ...field, hint: hintOf.get(field.id), optionalLabel: '' }));
  const [shown, tools] = [groups.filter(({ id }) => id !== 'vaerktoej'), groups.find(({ id }) => id === 'vaerktoej')];
  return {
    title: text.title,
    action: takeAlongPath(viewer),
    errors: [
      ...errorsOf(questions, { wrong, words }),
      ...(isEmpty ? [{ href: `#${shown[0]?.inputId ?? 'answer-linje'}`, message: text.nothingChosen }] : []),
    ],
    csrf: viewer.csrf,
    groups: shown,
    tools,
    areToolsOpen: tools?.options.some(({ checked }) => checked),
    hasNothing: shown.length === 0,
    line: fields.find(({ id }) => id === 'linje'),
    name: fields.find(({ id }) => id === 'navn'),
  };
}

/** Nothing is saved here, so the words about a fault must not say so. */
function wordsIn({ prep, takeAlong }: Text): FormWords {
  return {
    ...prep,
    fault: { ...prep.fault, tooLong: takeAlong.tooLong },
  };
}

export interface SheetInput {
  viewer: Viewer;
  offer: Offer;
  choice: Choice;
  /** Milliseconds since 1970. */
  now: number;
}

/** The sheet itself, with what was chosen and nothing else: `views/takeAlong/sheet.hbs`. */
export function sheetPage({ viewer, offer, choice: { answers }, now }: SheetInput) {
  const text = texts[viewer.language].takeAlong;
  const valuesOf = (id: string): string[] => [answerOf(answers, id) ?? []].flat();
  const picked = <Item extends { id: string }>(group: SheetGroup, items: Item[]) =>
    items.filter(({ id }) => valuesOf(group).includes(id));
  return {
    title: text.sheet.title,
    name: valuesOf('navn').join(''),
    made: todayInWords(now, viewer.language),
    line: valuesOf('linje').join(''),
    plans: plansOnSheet(offer.plans, { plans: valuesOf('plan'), outcomes: valuesOf('udfald') }),
    helped: picked('hjalp', offer.plans).flatMap(({ helped }) => helped),
    answers: picked('svar', offer.answers),
    moods: picked('humoer', offer.moods),
    tools: picked('vaerktoej', offer.tools),
    // The choice as hidden fields, so that it can be changed without being stored.
    back: {
      action: takeAlongPath(viewer),
      csrf: viewer.csrf,
      fields: Object.keys(answers).flatMap((id) => valuesOf(id).map((value) => ({ name: `answer.${id}`, value }))),
    },
  };
}

/** What a plan says, and how it went: each only if it was chosen. */
function plansOnSheet(plans: PlanToTake[], chosen: { plans: string[]; outcomes: string[] }) {
  return plans
    .map(({ id, heading, lines, outcome }) => ({
      heading,
      lines: chosen.plans.includes(id) ? lines : [],
      outcome: chosen.outcomes.includes(id) ? outcome : '',
    }))
    .filter(({ lines, outcome }) => lines.length > 0 || outcome !== '');
}

/** Whether the sheet would contain anything. */
export function saysAnything(sheet: ReturnType<typeof sheetPage>): boolean {
  return [sheet.line, sheet.plans, sheet.helped, sheet.answers, sheet.moods, sheet.tools].some(
    (part) => part.length > 0,
  );
}
