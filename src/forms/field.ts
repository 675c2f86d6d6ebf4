import type { Question } from '../content/course.ts';
import { kindOf } from '../content/questions/kinds.ts';
import type { Answer, Answers } from '../domain/answers.ts';
import { fingerprint, othersOf, type Draft } from '../responses/merge.ts';
import type { Text } from '../text/texts.ts';
import { answerTo } from './answers.ts';
import { cprModel } from './cpr.ts';
import { faultMessage, refusedText, type FormFault, type FormWords } from './faults.ts';
import { readerOf } from './readers.ts';

/** The target of links to a question: its field, or its group of options. */
export function inputIdOf(question: Pick<Question, 'id'>): string {
  return `answer-${question.id}`;
}

export interface FieldInput {
  /** What is stored for the form. */
  stored: Pick<Draft, 'draft' | 'other'>;
  fault: FormFault | undefined;
  text: Text;
  words: FormWords;
  readBy?: string;
  /** The questions of its form, for the words of what a follow-up follows. */
  all?: readonly Question[];
}

/** One question in the form that `views/partials/question.hbs` takes. */
export function fieldModel(
  question: Question,
  { stored: { draft, other }, fault, text, words, readBy = '', all = [] }: FieldInput,
) {
  const kind = kindOf(question);
  const others = othersOf(other, question.id);
  const stored = answerTo(question, draft);
  const refused = refusedText(fault);
  const options = optionsOf(question, draft);
  return {
    id: question.id,
    name: `answer.${question.id}`,
    inputId: inputIdOf(question),
    partial: kind.partial(question),
    above: question.above,
    ask: question.ask,
    ...hintsOf(question, text),
    optionalLabel: optionalLabel(question, text),
    error: fault ? faultMessage(question, fault, words) : '',
    ...kind.model(question),
    value: refused ?? stored,
    isNearLimit: isNearLimit(question, refused ?? stored),
    cpr: kind.holds === 'text' && cprModel(question.id, { stored: [stored, others].flat(), refused }),
    digits: refused ?? digitsOf(stored, options),
    ...divided(options),
    followUp: followUpOf(question, all, text),
    readers: readersOf(question, draft, text),
    readBy: kind.holds === 'text' ? readBy : '',
    other: others.join('\n\n'),
    drop: dropOf(question, others),
  };
}

/**
 * The line above options that lead on: with scripts, a press is the answer and leads on; without, it is only the
 * answer.
 */
function hintsOf(question: Question, { common }: Text) {
  const { hint: usual } = kindOf(question);
  const hint = question.hint || (usual && common[usual]);
  if (!question.leadsOn) return { hint };
  // People must be told before a press leads them on.
  return { hint: `${question.hint} ${common.chooseToGoOn}`.trim(), hintWithoutScripts: hint };
}

/** The words for an optional question; none if an option is selected in advance, since nobody then wonders. */
function optionalLabel({ required, suggested }: Question, { common }: Text): string {
  return required || suggested !== undefined ? '' : common.optional;
}

/** The choice to remove other texts. */
function dropOf({ id }: Question, others: string[]) {
  return { name: `drop.${id}`, inputId: `drop-${id}`, value: others.map(fingerprint).join(',') };
}

/** From this share of a text's limit on, the page says how much room is left. */
const NEAR = 0.8;

function isNearLimit(question: Question, { length }: Answer): boolean {
  return question.kind === 'text' && length >= question.maxLength * NEAR;
}

export type FieldModel = ReturnType<typeof fieldModel>;

/** Empty if the answer is a way out and not a number. */
function digitsOf(stored: Answer, options: { id: string }[]): Answer {
  return options.some(({ id }) => id === stored) ? '' : stored;
}

/** All options, with the answers and the ways out in separate lists. */
function divided<One extends { isExit: boolean }>(options: One[]) {
  return {
    options,
    points: options.filter(({ isExit }) => !isExit),
    exits: options.filter(({ isExit }) => isExit),
  };
}

/** The answer above that leads to this question; undefined if everyone is asked it. */
function followUpOf({ when }: Question, all: readonly Question[], text: Text) {
  const followed = when && all.find(({ id }) => id === when.question);
  if (!followed) return undefined;
  const labels = kindOf(followed)
    .options(followed)
    .filter(({ id }) => when.is.includes(id))
    .map(({ label }) => label);
  return { name: `answer.${followed.id}`, is: when.is.join(' '), line: text.common.onlyIf(labels, followed.ask) };
}

/** Who can read the answer, if the participant decides; the instructor, as long as nothing is chosen. */
function readersOf(question: Question, answers: Answers, text: Text) {
  const reader = readerOf(question, text);
  if (!reader) return undefined;
  const { id, ask } = reader;
  return { name: `answer.${id}`, inputId: inputIdOf(reader), ask, options: optionsOf(reader, answers) };
}

function optionsOf(question: Question, answers: Answers) {
  const answer = answerTo(question, answers);
  const chosen = answer.length > 0 ? [answer].flat() : [question.suggested ?? ''];
  return kindOf(question)
    .options(question)
    .map(({ id, label, about = '', picture, isExit = false }) => ({
      id,
      label,
      about,
      picture,
      isExit,
      /** Whether the label says more than the number. */
      saysMore: label !== id,
      inputId: `${inputIdOf(question)}-${id}`,
      checked: chosen.includes(id),
    }));
}
