import type { Question, Step } from '../../content/course.ts';
import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';

/** A phone shows three or four questions at once; each further page costs a press and some orientation. */
const MOST_ON_A_PAGE = 7;

/**
 * Divides questions into pages of at most seven. A follow-up stays with the question it follows. Statements with one
 * scale stay together, and share a page with their neighbours if everything fits.
 */
export function onPages(questions: readonly Question[]): Question[][] {
  const groups = questions.reduce<Question[][]>((before, question) => {
    const last = before.at(-1);
    return last && belongsTo(question, last) ? [...before.slice(0, -1), [...last, question]] : [...before, [question]];
  }, []);
  const pages = runsOf(groups).flatMap((run) => evenly(run, MOST_ON_A_PAGE).map((page) => page.flat()));
  return pages.reduce<Question[][]>((before, page) => {
    const last = before.at(-1);
    const fits = last && last.length + page.length <= MOST_ON_A_PAGE;
    return fits ? [...before.slice(0, -1), [...last, ...page]] : [...before, page];
  }, []);
}

/** Merges short pages of consecutive instruments, since each page costs a press. */
export function joined(pages: readonly Step[], language: Language): Step[] {
  return pages.reduce<Step[]>((before, page) => {
    const last = before.at(-1);
    return last && isOneWith(last, page) ? [...before.slice(0, -1), together(last, page, language)] : [...before, page];
  }, []);
}

function isOneWith(last: Step, page: Step): boolean {
  const all = [...last.questions, ...page.questions];
  const isPlain = [last, page].every(({ isHeavy, questions }) => !isHeavy && questions.length > 0);
  return isPlain && all.length <= MOST_ON_A_PAGE && all.every((question) => blockOf(question) === undefined);
}

function together(last: Step, page: Step, language: Language): Step {
  return {
    ...last,
    holds: [...(last.holds ?? []), page.id, ...(page.holds ?? [])],
    title: texts[language].survey.both(last.title, page.title),
    // The minutes of each part were rounded up.
    minutes: Math.max(last.minutes, page.minutes),
    questions: [...last.questions, ...page.questions],
  };
}

function belongsTo(question: Question, group: readonly Question[]): boolean {
  const block = blockOf(question);
  return block === undefined ? group.some(({ id }) => id === question.when?.question) : blockOf(group[0]) === block;
}

function blockOf(question: Question | undefined): string | undefined {
  return question?.kind === 'scale' ? question.block?.id : undefined;
}

/** Divides groups so that each block is alone. */
function runsOf(groups: Question[][]): Question[][][] {
  return groups.reduce<Question[][][]>((runs, group) => {
    const last = runs.at(-1);
    const isAlone = blockOf(group[0]) !== undefined || blockOf(last?.[0]?.[0]) !== undefined;
    return last && !isAlone ? [...runs.slice(0, -1), [...last, group]] : [...runs, [group]];
  }, []);
}

/** Divides a list into as few parts as possible, of almost the same length, the longer ones first. */
function evenly<Item>(items: readonly Item[], most: number): Item[][] {
  const count = Math.ceil(items.length / most);
  const starts = Array.from({ length: count + 1 }, (_, part) => Math.ceil((part * items.length) / count));
  return starts.slice(1).map((end, part) => items.slice(starts[part], end));
}
