import type { Option, Question } from '../../content/course.ts';
import type { Answers } from '../../domain/answers.ts';
import type { Language } from '../../domain/viewer.ts';
import { blockingFaults, type FormFault } from '../../forms/faults.ts';
import { parsePosted, savedIn, withheldIn } from '../../forms/posted.ts';
import { entriesOf } from '../../forms/values.ts';
import { texts, type Text } from '../../text/texts.ts';
import type { Offer } from './offer.ts';

/** The groups of things to choose from. */
export type SheetGroup = 'plan' | 'udfald' | 'hjalp' | 'svar' | 'humoer' | 'vaerktoej';

/** What a person has chosen to take along, and written for the sheet only. None of it is stored on the server. */
export interface Choice {
  answers: Answers;
  /** Texts that are too long for the sheet. */
  faults: ReadonlyMap<string, FormFault>;
  /** Whether the person wants to change the choice instead of seeing the sheet. */
  isToChange: boolean;
}

export const noChoice: Choice = { answers: {}, faults: new Map(), isToChange: false };

/** @param body as `express.urlencoded` gives it, or anything else; an unreadable choice counts as not made */
export function parseChoice(body: unknown, questions: readonly Question[]): Choice {
  const form = parsePosted(body, questions);
  // Nothing is stored, so a number that looks like a CPR number needs no question.
  const answers = { ...savedIn(form), ...withheldIn(form) };
  const isToChange = new Map(entriesOf(body)).get('ret') !== undefined;
  return { answers, faults: blockingFaults(questions, answers), isToChange };
}

/** The options, then `linje`: a message to the reader, and `navn`: the person's name, if they like. */
export function questionsOf(offer: Offer, language: Language): Question[] {
  const text = texts[language].takeAlong;
  const optional = { kind: 'text', required: false } as const;
  return [
    ...planGroups(offer, text),
    ...otherGroups(offer, text),
    { ...optional, id: 'linje', ask: text.line, hint: text.lineHint, maxLength: 1000, rows: 4 },
    { ...optional, id: 'navn', ask: text.name, hint: text.nameHint, maxLength: 100, rows: 1 },
  ];
}

type Words = Text['takeAlong'];

/** A plan says what someone wants; how it went may be used against them, and is chosen by itself. */
function planGroups({ plans }: Offer, text: Words): Question[] {
  const told = plans.filter(({ outcome }) => outcome !== '');
  const helping = plans.filter(({ helped }) => helped.length > 0);
  return [
    many('plan', { ask: text.plans, hint: text.plansHint }, plans.map(planOption)),
    many(
      'udfald',
      { ask: text.outcomes, hint: text.outcomesHint },
      told.map(({ id, heading, outcome }) => ({ id, label: text.outcomeOf(heading, outcome) })),
    ),
    many(
      'hjalp',
      { ask: text.helped },
      helping.map(({ id, heading, helped }) => ({ id, label: text.helpedIn(heading, helped.join(' · ')) })),
    ),
  ];
}

function otherGroups({ answers, moods, tools }: Offer, text: Words): Question[] {
  return [
    many(
      'svar',
      { ask: text.answers },
      answers.map(({ id, ask, words }) => ({ id, label: text.answerTo(ask, words) })),
    ),
    many(
      'humoer',
      { ask: text.mood, hint: text.moodHint },
      moods.map(({ id, heading, line }) => ({ id, label: `${heading}: ${line}` })),
    ),
    many(
      'vaerktoej',
      { ask: text.tools, hint: text.toolsHint },
      tools.map(({ id, title }) => ({ id, label: title })),
    ),
  ];
}

function many(id: SheetGroup, words: { ask: string; hint?: string }, options: Option[]): Question {
  return { kind: 'many', id, hint: '', ...words, required: false, options };
}

function planOption({ id, heading, lines }: Offer['plans'][number]): Option {
  return {
    id,
    label: [heading, ...(lines[0]?.values ?? [])].filter(Boolean).join(': '),
  };
}
