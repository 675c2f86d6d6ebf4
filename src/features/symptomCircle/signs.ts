import type { Question } from '../../content/course.ts';
import type { Answers } from '../../domain/answers.ts';
import type { Language } from '../../domain/viewer.ts';
import { answerOf } from '../../responses/merge.ts';
import { texts, type Text } from '../../text/texts.ts';

/** The circle's address in a room. */
export const CIRCLE = 'symptomcirkel';

/** The signs that a person may notice, in the order of the form. */
export const SIGNS = ['traet', 'soevn', 'spaendt', 'bekymret', 'trist', 'mindre', 'alene', 'fokus'] as const;
export type Sign = (typeof SIGNS)[number];

function isSign(text: string): text is Sign {
  return (SIGNS as readonly string[]).includes(text);
}

/** The toolbox's tool about a small thing to do. */
export const TOOL_OF: Record<Sign, string> = {
  traet: 'aktivitet-og-humoer',
  soevn: 'soevn',
  spaendt: 'stress',
  bekymret: 'feedback-og-problemloesning',
  trist: 'aktivitet-og-humoer',
  mindre: 'handleplaner',
  alene: 'netvaerk-og-job',
  fokus: 'stress',
};

export function leadsId(sign: Sign): string {
  return `foerer-${sign}`;
}

/** What a sign may lead to, each with its sentence. */
export function leadsOf(sign: Sign, language: Language): { to: Sign; sentence: string }[] {
  return Object.entries(texts[language].symptomCircle.sentences[sign]).flatMap(([to, sentence]) =>
    isSign(to) ? [{ to, sentence }] : [],
  );
}

/** A person's circle, read from their answers. */
export interface Circle {
  /** The signs noticed, in the order of `SIGNS`. */
  noticed: Sign[];
  /** Which signs lead to which, as chosen by the person; only among the signs noticed. */
  arrows: { from: Sign; to: Sign; sentence: string }[];
  /** Where the person will begin. */
  start: Sign | undefined;
  /** The small thing to do, in the person's own words. */
  small: string;
}

export function circleOf(draft: Answers, language: Language): Circle {
  const chosen = [answerOf(draft, 'maerker') ?? []].flat();
  const noticed = SIGNS.filter((sign) => chosen.includes(sign));
  const start = answerOf(draft, 'begynd');
  const small = answerOf(draft, 'lille-ting');
  return {
    noticed,
    arrows: noticed.flatMap((from) =>
      leadsOf(from, language)
        .filter(({ to }) => to === answerOf(draft, leadsId(from)))
        .map((lead) => ({ from, ...lead })),
    ),
    start: noticed.find((sign) => sign === start),
    small: typeof small === 'string' ? small : '',
  };
}

type Words = Text['symptomCircle'];

function option(id: string, label: string) {
  return { id, label };
}

/**
 * Everything that the three steps ask.
 * @param noticed the ticked signs, which are the only ones that later steps ask about
 */
export function questionsAt(step: number, noticed: readonly Sign[], language: Language): Question[] {
  const text = texts[language].symptomCircle;
  if (step === 1) return [noticedQuestion(text)];
  if (step === 2) return noticed.map((sign) => leadsQuestion(sign, text, language));
  return [
    {
      kind: 'one',
      id: 'begynd',
      ask: text.place,
      hint: '',
      required: true,
      options: noticed.map((sign) => option(sign, text.statements[sign])),
    },
    { kind: 'text', id: 'lille-ting', ask: text.small, hint: text.smallHint, required: false, maxLength: 300 },
  ];
}

function noticedQuestion(text: Words): Question {
  return {
    kind: 'many',
    id: 'maerker',
    ask: text.signs,
    hint: '',
    required: true,
    options: SIGNS.map((sign) => option(sign, text.statements[sign])),
  };
}

function leadsQuestion(sign: Sign, text: Words, language: Language): Question {
  return {
    kind: 'one',
    id: leadsId(sign),
    ask: text.leadsTo(text.statements[sign]),
    hint: '',
    required: false,
    options: leadsOf(sign, language).map(({ to, sentence }) => option(to, sentence)),
  };
}

/** Everything that a form of a circle may contain, whatever is ticked now. */
export function allQuestions(language: Language): Question[] {
  return [1, 2, 3].flatMap((step) => questionsAt(step, SIGNS, language));
}
