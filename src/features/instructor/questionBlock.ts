import type { Option, Question, Step } from '../../content/course.ts';
import { isInWords, optionsOf } from '../../content/questions/kinds.ts';
import type { Answers } from '../../domain/answers.ts';
import { isHard } from '../../domain/hardWords.ts';
import type { Language } from '../../domain/viewer.ts';
import { answerOf } from '../../responses/merge.ts';
import { locale } from '../../text/locale.ts';
import { texts } from '../../text/texts.ts';
import { isShown } from '../../activities/engine/index.ts';

/** What a person has sent. */
export interface SentAnswers {
  person: string;
  answers: Answers;
  /** Milliseconds since 1970. */
  sentAt: number;
}

/** What an instructor can do with an answer, or with the chart of all answers. */
export interface AnswerTools {
  /** Answers sent after this are new; milliseconds since 1970. */
  since: number;
  /** @param person empty for the chart @param sentAt when the answer was sent */
  star(of: { question: string; person: string; sentAt: number }): StarButton;
  /** The way to write to the person about it. */
  reply(person: string): { href: string; isWritten: boolean };
}

interface StarButton {
  isSet: boolean;
  /** A star was set, but the answer has been sent again since. */
  isChanged: boolean;
  /** What the button posts. */
  name: 'saet' | 'fjern';
  value: string;
}

export interface BlockInput {
  sent: SentAnswers[];
  nameOf: (person: string) => string;
  language: Language;
  /** For which question more answers are requested, and from where on. */
  paging: Paging;
  tools?: AnswerTools | undefined;
  /** How much of a question's answers is in view before a press. */
  viewOf?: (question: string) => View;
}

export interface View {
  /** Answers to a question; where there is only one more, it is in view too. */
  answers: number;
  /** A text of more characters shows only its beginning, and can be unfolded. */
  longest: number;
  beginning: number;
}

/** For a page that is read from beginning to end. */
export const WIDE: View = { answers: 3, longest: 500, beginning: 220 };
/** For the page before a webinar, where everything must fit on two screens. */
export const NARROW: View = { answers: 2, longest: 180, beginning: 130 };
/** A text that is never folded. */
const WHOLE: View = { answers: 0, longest: Infinity, beginning: Infinity };

export interface Paging {
  question: string;
  /** 0 and up. */
  from: number;
}

interface Given {
  person: string;
  sentAt: number;
  values: string[];
}

/** Answers on a page, those folded away included; more pages are behind a link. */
const PAGE = 50;
/** This many names are shown beside an option; the others are counted. */
const MOST_NAMES = 10;

/** A question and all answers to it, in the shape that `views/partials/instructor/questionAnswers.hbs` takes. */
export function questionBlock({ question, step }: { question: Question; step: Step }, input: BlockInput) {
  const text = texts[input.language].instructor;
  const given = givenTo(question, input.sent);
  // Only people who were asked can have skipped it: a path not taken is not a missing answer.
  const asked = input.sent.filter(({ answers }) => isShown(step, answers));
  const skipped = asked.filter(({ answers }) => (answerOf(answers, question.id) ?? '').length === 0).length;
  const bars = isInWords(question) || given.length === 0 ? [] : barsOf(optionsOf(question), given, input.language);
  const { id } = question;
  const mean = meanOf(question, given, input.language);
  return {
    id,
    tableId: `${id}-table`,
    ask: question.ask,
    // If everyone has answered, nothing is said: the top of the page already says how many have sent.
    counts: [
      ...(given.length < input.sent.length ? [text.answers(given.length)] : []),
      ...(skipped > 0 ? [text.skipped(skipped)] : []),
      ...(mean === '' ? [] : [mean]),
    ].join(' · '),
    texts: isInWords(question) ? pageOf(id, given, input) : undefined,
    // A scale keeps its order and its ends; of options, those that somebody chose are shown.
    choices: question.kind === 'scale' ? bars : bars.filter(({ count }) => count > 0),
    ...whoChose(bars, input),
    chartStar: bars.length > 0 ? input.tools?.star({ question: id, person: '', sentAt: 0 }) : undefined,
  };
}

/** Unfolded by a press: who made each choice, and the choices that nobody made. */
function whoChose(bars: Bar[], { nameOf, language }: Pick<BlockInput, 'nameOf' | 'language'>) {
  const text = texts[language].instructor;
  const unchosen = bars.filter(({ count }) => count === 0).map(({ label }) => label);
  return {
    choosers: bars
      .filter(({ count }) => count > 0)
      .map(({ label, chosenBy }) => ({
        label,
        who: chosenBy.slice(0, MOST_NAMES).map(nameOf).join(', '),
        more: chosenBy.length > MOST_NAMES ? text.more(chosenBy.length - MOST_NAMES) : '',
      })),
    unchosen: unchosen.length > 0 ? text.unchosen(unchosen.join(' · ')) : '',
  };
}

/** All answers to a question, in the order in which they were sent. */
export function givenTo(question: Question, sent: SentAnswers[]): Given[] {
  return sent.flatMap(({ person, sentAt, answers }) => {
    const answer = answerOf(answers, question.id);
    const values = (Array.isArray(answer) ? answer : [answer ?? '']).filter((value) => value.trim() !== '');
    return values.length > 0 ? [{ person, sentAt, values }] : [];
  });
}

function wordsOf({ values }: Given): string {
  return values.join('\n');
}

/** Whether an answer in words may tell of danger: it is read first, and is neither for a screen nor for paper. */
export function isHardAnswer(given: Given): boolean {
  return isHard(wordsOf(given));
}

function pageOf(
  question: string,
  given: Given[],
  { paging, tools, nameOf, language, viewOf = () => WIDE }: BlockInput,
) {
  const text = texts[language].instructor;
  const view = viewOf(question);
  const from = paging.question === question && paging.from < given.length ? paging.from : 0;
  const isNew = ({ sentAt }: Given) => tools !== undefined && tools.since > 0 && sentAt > tools.since;
  const marked = given.map((one) => ({ ...one, isNew: isNew(one), isHard: isHardAnswer(one) }));
  const hard = marked.filter((one) => one.isHard);
  const rest = marked.filter((one) => !one.isHard);
  // What may tell of danger is read before all else, and is never folded away.
  const inOrder = [...hard, ...rest.filter((one) => one.isNew), ...rest.filter((one) => !one.isNew)];
  const page = inOrder.slice(from, from + PAGE).map((one) => {
    const star = tools?.star({ question, person: one.person, sentAt: one.sentAt });
    return {
      id: `${question}.${one.person}`,
      who: nameOf(one.person),
      isNew: one.isNew,
      isHard: one.isHard,
      ...foldedText(wordsOf(one), one.isHard ? WHOLE : view),
      // It is not for a screen; what was chosen before it was known can be taken away.
      star: one.isHard && !star?.isSet ? undefined : star,
      reply: tools?.reply(one.person),
    };
  });
  const inView = Math.max(view.answers, page.filter((one) => one.isHard).length);
  const folded = page.slice(page.length > inView + 1 ? inView : page.length);
  const link = (start: number, label: string) => ({
    href: `?spoergsmaal=${question}&fra=${start}#${question}`,
    label,
  });
  return {
    first: page.slice(0, page.length - folded.length),
    folded,
    foldLabel: text.foldedAnswers(folded.length),
    isOpen: paging.question === question,
    next: from + PAGE < given.length ? link(from + PAGE, text.nextAnswers(given.length - from - PAGE)) : undefined,
    before: from > 0 ? link(Math.max(0, from - PAGE), text.earlierAnswers) : undefined,
  };
}

function foldedText(text: string, { longest, beginning }: View) {
  return { text, beginning: text.length > longest ? `${text.slice(0, beginning).trimEnd()} …` : '' };
}

type Bar = ReturnType<typeof barsOf>[number];

/** Each option with its count, its share (0-100, for the bar) and who chose it; answers to a removed option last. */
export function barsOf(options: readonly Option[], given: Given[], language: Language) {
  const known = new Set(options.map((option) => option.id));
  const bar = (label: string, chose: (value: string) => boolean) => {
    const chosenBy = given.filter(({ values }) => values.some(chose)).map(({ person }) => person);
    const share = given.length > 0 ? Math.round((100 * chosenBy.length) / given.length) : 0;
    return { label, count: chosenBy.length, share, chosenBy };
  };
  const bars = options.map((option) => bar(option.label, (value) => value === option.id));
  const orphans = bar(texts[language].instructor.removedOption, (value) => !known.has(value));
  return orphans.count > 0 ? [...bars, orphans] : bars;
}

export function meanOf(question: Question, given: Given[], language: Language): string {
  if (question.kind !== 'scale' || given.length === 0) return '';
  const values = given.map(({ values: [value] }) => Number(value));
  const average = values.reduce((sum, value) => sum + value, 0) / values.length;
  const words = average.toLocaleString(locale[language], { maximumFractionDigits: 1 });
  return texts[language].instructor.mean(words, question.options.length);
}
