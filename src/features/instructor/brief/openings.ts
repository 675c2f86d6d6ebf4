import type { SteppedActivity, Question } from '../../../content/course.ts';
import type { Language } from '../../../domain/viewer.ts';
import { texts } from '../../../text/texts.ts';
import { barsOf, givenTo, type SentAnswers } from '../questionBlock.ts';
import type { Recognised } from './recognised.ts';

/** A way to open a conversation, ready to be said aloud. */
export interface Opening {
  heading: string;
  /** What to do, sentence by sentence. It contains no names or numbers, as few answers could be told apart. */
  lines: string[];
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
  return { heading: text.choice, lines: [text.ask(question.ask), ...lines] };
}

function fromPerson({ people, language }: OpeningsInput): Opening | undefined {
  const text = texts[language].instructor.openings;
  const [one] = people;
  if (!one) return undefined;
  const asks = one.steps
    .flatMap(({ questions }) => questions)
    .filter(({ kind }) => kind === 'one')
    .map(({ ask }) => text.ask(ask));
  return {
    heading: text.person(one.name),
    lines: [text.tell(one.name, one.about), ...asks.slice(0, 1), text.nobodySelf],
  };
}

function fromWords({ prep, language }: OpeningsInput): Opening | undefined {
  const text = texts[language].instructor.openings;
  const words = questionsOf(prep).filter(({ kind }) => kind === 'text');
  const question = words.find(({ required }) => required) ?? words[0];
  return question && { heading: text.words, lines: [text.ask(question.ask), ...text.inChat] };
}

function fromPlans({ hasStuckPlans, language }: OpeningsInput): Opening | undefined {
  const text = texts[language].instructor.openings;
  return hasStuckPlans ? { heading: text.plans, lines: text.stuckTogether } : undefined;
}

function questionsOf(prep: SteppedActivity | undefined): Question[] {
  return prep?.steps.flatMap(({ questions }) => questions) ?? [];
}
