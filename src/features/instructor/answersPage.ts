import type { Question, Step, SteppedActivity } from '../../content/course.ts';
import type { Answers } from '../../domain/answers.ts';
import type { RosterAnswer } from '../../domain/roster.ts';
import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';
import { isShown } from '../steps/index.ts';
import { createNamer, listNames, type Namer } from './names.ts';
import type { Participant, Progress } from './participation.ts';

/** What one person has sent. */
export interface SentAnswers {
  person: string;
  answers: Answers;
  /** Milliseconds since 1970. */
  sentAt: number;
}

export interface AnswersPageInput {
  activity: SteppedActivity;
  participants: Participant[];
  /** Whether the LMS gave its list of participants. */
  roster: RosterAnswer['kind'];
  sent: SentAnswers[];
  language: Language;
}

/** All answers to each question, and who has sent, begun and not begun: the whole page as the view needs it. */
export const answersPage = (input: AnswersPageInput) => {
  const text = texts[input.language].instructor;
  const named = createNamer(input.language);
  const hasRoster = input.roster === 'members';
  const of = (progress: Progress) => input.participants.filter((participant) => participant.progress === progress);
  const [sent, begun, notBegun] = [of('sent'), of('begun'), of('notBegun')];
  const group = (title: string, participants: Participant[]) => ({
    title,
    names: listNames(participants, input.language),
  });
  return {
    title: text.title(input.activity.title),
    wide: true,
    counts: hasRoster
      ? text.counts(sent.length, begun.length, notBegun.length)
      : text.countsWithoutRoster(sent.length, begun.length),
    rosterHint: { members: '', 'not-offered': text.noRoster, silent: text.rosterSilent }[input.roster],
    groups: [
      group(text.sent, sent),
      group(text.begun, begun),
      // Without a list nobody knows who is missing; those who have looked in are known all the same.
      ...(hasRoster || notBegun.length > 0 ? [group(hasRoster ? text.notBegun : text.lookedIn, notBegun)] : []),
    ],
    steps: input.activity.steps
      .map((step, index) => ({
        title: text.step(index + 1, step.title),
        questions: step.questions.map((question) => questionBlock({ question, step }, input, named)),
      }))
      .filter((step) => step.questions.length > 0),
  };
};

interface Asked {
  question: Question;
  step: Step;
}

const questionBlock = ({ question, step }: Asked, input: AnswersPageInput, named: Namer) => {
  const text = texts[input.language].instructor;
  const given = input.sent.flatMap(({ person, answers }) => {
    const answer = answers[question.id];
    const values = (Array.isArray(answer) ? answer : [answer ?? '']).filter((value) => value.trim() !== '');
    const participant = input.participants.find((one) => one.person === person);
    return values.length > 0 ? [{ who: named(participant ?? { name: '', number: undefined }), values }] : [];
  });
  // Only who was asked can have skipped it: a way not taken is no answer left out.
  const asked = input.sent.filter(({ answers }) => isShown(step, answers));
  const skipped = asked.filter(({ answers }) => (answers[question.id] ?? '').length === 0).length;
  return {
    id: question.id,
    tableId: `${question.id}-table`,
    ask: question.ask,
    answered: text.answers(given.length),
    skipped: skipped > 0 ? text.skipped(skipped) : '',
    texts: question.kind === 'text' ? given.map(({ who, values }) => ({ who, text: values.join('\n') })) : undefined,
    choices: question.kind === 'text' ? undefined : choicesOf(question.options, given, text.removedOption),
    mean:
      question.kind === 'scale' && given.length > 0
        ? text.mean(mean(given, input.language), question.options.length)
        : '',
  };
};

type Given = { who: string; values: string[] }[];

/** Each option with its count and share (0-100, for the bar) and who chose it; answers to a removed option last. */
const choicesOf = (options: { id: string; label: string }[], given: Given, removed: string) => {
  const known = new Set(options.map((option) => option.id));
  const row = (label: string, chose: (value: string) => boolean) => {
    const who = given.filter(({ values }) => values.some(chose)).map((one) => one.who);
    return {
      label,
      count: who.length,
      share: given.length > 0 ? Math.round((100 * who.length) / given.length) : 0,
      who,
    };
  };
  const rows = options.map((option) => row(option.label, (value) => value === option.id));
  const orphans = row(removed, (value) => !known.has(value));
  return orphans.count > 0 ? [...rows, orphans] : rows;
};

const mean = (given: Given, language: Language): string => {
  const values = given.map(({ values: [value] }) => Number(value));
  const average = values.reduce((sum, value) => sum + value, 0) / values.length;
  return average.toLocaleString(language === 'da' ? 'da-DK' : 'en-GB', { maximumFractionDigits: 1 });
};
