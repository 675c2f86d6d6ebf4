import type { SteppedActivity, Question } from '../../../content/course.ts';
import type { Language } from '../../../domain/viewer.ts';
import { texts } from '../../../text/texts.ts';
import { barsOf, givenTo, type SentAnswers } from '../questionBlock.ts';
import { TO_INSTRUCTOR } from './module.ts';
import type { Recognised } from './recognised.ts';

const openingIds = ['afstemning', 'medkursist', 'chat', 'planer'] as const;
type OpeningId = (typeof openingIds)[number];

export function isOpeningId(id: unknown): id is OpeningId {
  return openingIds.some((one) => one === id);
}

/** A way to open a conversation, ready to be said aloud. */
export interface Opening {
  /** Its address on the shared screen; a star's random id is longer. */
  id: OpeningId;
  heading: string;
  minutes: number;
  /**
   * What to say first, and then what to do, sentence by sentence. No names or numbers: few answers could be told apart.
   */
  lead: string;
  lines: string[];
  /** What the class sees: a question of the course, never anything that someone has answered. */
  screen: { ask: string; before: string; options: string[]; after: string };
}

export interface OpeningsInput {
  prep: SteppedActivity | undefined;
  sent: SentAnswers[];
  people: Recognised[];
  /** Whether some plans of the previous week did not go as written. */
  hasStuckPlans: boolean;
  language: Language;
}

/** Openings that work with few answers or none, based on the content's questions, what was chosen, and who was met. */
export function openings(input: OpeningsInput): Opening[] {
  return [fromChoice(input), fromPerson(input), fromWords(input), fromPlans(input)].flatMap((one) => one ?? []);
}

function fromChoice({ prep, sent, language }: OpeningsInput): Opening | undefined {
  const text = texts[language].instructor.openings;
  const choices = questionsOf(prep).flatMap((question) => {
    if (question.kind !== 'one' && question.kind !== 'many') return [];
    const bars = barsOf(question.options, givenTo(question, sent), language).filter(({ label }) =>
      question.options.some((option) => option.label === label),
    );
    const top = bars.reduce((best, bar) => (bar.count > best.count ? bar : best), { label: '', count: 0 });
    return [{ question, top }];
  });
  const [first] = choices;
  if (!first) return undefined;
  const best = choices.reduce((one, other) => (other.top.count > one.top.count ? other : one), first);
  const { question, top } = best;
  const lines = top.count > 0 ? text.chosen(top.label) : text.readOptions;
  return {
    id: 'afstemning',
    heading: text.choice,
    minutes: 5,
    lead: text.ask(question.ask),
    lines,
    screen: { ...text.screen.choice, ask: question.ask, options: question.options.map(({ label }) => label) },
  };
}

function fromPerson({ people, language }: OpeningsInput): Opening | undefined {
  const text = texts[language].instructor.openings;
  const [one] = people;
  if (!one) return undefined;
  const [ask] = one.steps.flatMap(({ questions }) => questions).filter(({ kind }) => kind === 'one');
  return {
    id: 'medkursist',
    heading: text.person(one.name),
    minutes: 10,
    lead: one.know > 0 ? text.whyKnown : text.tell(one.name, one.about),
    lines: [
      ...(one.know > 0 ? [text.tell(one.name, one.about)] : []),
      ...(ask ? [text.ask(ask.ask)] : []),
      text.nobodySelf,
    ],
    screen: {
      ask: ask?.ask ?? text.screen.person.ask(one.name),
      before: `${one.name}. ${one.about}`,
      options: ask?.kind === 'one' ? ask.options.map(({ label }) => label) : [],
      after: text.screen.person.after,
    },
  };
}

function fromWords({ prep, language }: OpeningsInput): Opening | undefined {
  const text = texts[language].instructor.openings;
  const words = questionsOf(prep).filter(({ kind, id }) => kind === 'text' && id !== TO_INSTRUCTOR);
  const question = words.find(({ required }) => required) ?? words[0];
  if (!question) return undefined;
  return {
    id: 'chat',
    heading: text.words,
    minutes: 5,
    lead: text.ask(question.ask),
    lines: text.inChat,
    screen: { ...text.screen.words, ask: question.ask, options: [] },
  };
}

function fromPlans({ hasStuckPlans, language }: OpeningsInput): Opening | undefined {
  const text = texts[language].instructor.openings;
  if (!hasStuckPlans) return undefined;
  const screen = { ...text.screen.plans, options: [] };
  const [first = '', ...lines] = text.stuckTogether;
  return { id: 'planer', heading: text.plans, minutes: 5, lead: first, lines, screen };
}

function questionsOf(prep: SteppedActivity | undefined): Question[] {
  return prep?.steps.flatMap(({ questions }) => questions) ?? [];
}
