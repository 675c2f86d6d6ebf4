import type { Question } from '../../content/course.ts';
import type { Answers } from '../../domain/answers.ts';
import { fingerprint, othersOf, type Draft } from '../../responses/merge.ts';
import type { Text } from '../../text/texts.ts';
import { isKept, readerOf } from './keeping.ts';
import { cprModel } from '../cpr.ts';
import { refusedText, type Fault } from '../postedForm.ts';
import { answerTo } from './rules.ts';
import type { Words } from './words.ts';

/** Where a link to a question leads: its field, or its group of options. */
export const inputIdOf = (question: Question): string => `answer-${question.id}`;

/** One question as `views/partials/question.hbs` takes it. */
export const questionModel = (
  question: Question,
  draft: Pick<Draft, 'draft' | 'other'>,
  { fault, text, words }: { fault: Fault | undefined; text: Text; words: Words },
) => {
  const others = othersOf(draft.other, question.id);
  const stored = answerTo(question, draft.draft);
  const refused = refusedText(fault);
  return {
    id: question.id,
    name: `answer.${question.id}`,
    inputId: inputIdOf(question),
    ask: question.ask,
    hint: question.hint || standardHint(question, text),
    optionalLabel: question.required ? '' : text.common.optional,
    error: fault ? faultMessage(question, fault, words) : '',
    isText: question.kind === 'text',
    isOne: question.kind === 'one' && !hasPictures(question),
    isPictures: hasPictures(question),
    isMany: question.kind === 'many',
    isScale: question.kind === 'scale',
    ...(question.kind === 'text' ? { maxLength: question.maxLength, rows: 6 } : {}),
    value: refused ?? stored,
    cpr: question.kind === 'text' && cprModel(question.id, { stored: [stored, others].flat(), refused }),
    options: optionsOf(question, draft.draft),
    readers: readersOf(question, draft.draft, text),
    other: others.join('\n\n'),
    drop: { name: `drop.${question.id}`, inputId: `drop-${question.id}`, value: others.map(fingerprint).join(',') },
  };
};

/** Who may read the answer, where the participant decides; the instructor, as long as nothing is chosen. */
const readersOf = (question: Question, answers: Answers, text: Text) => {
  const reader = readerOf(question, text);
  return (
    reader && {
      name: `answer.${reader.id}`,
      inputId: inputIdOf(reader),
      ask: reader.ask,
      options: reader.options.map(({ id, label }) => ({
        id,
        label,
        inputId: `${inputIdOf(reader)}-${id}`,
        checked: (id === 'mig') === isKept(question, answers),
      })),
    }
  );
};

const hasPictures = (question: Question): boolean =>
  question.kind === 'one' && question.options.some((option) => option.picture);

const standardHint = (question: Question, text: Text): string => {
  if (question.kind === 'many') return text.common.chooseMany;
  return question.kind === 'one' ? text.common.chooseOne : '';
};

const optionsOf = (question: Question, answers: Answers) => {
  if (question.kind === 'text') return [];
  const answer = answerTo(question, answers);
  const suggested = question.kind === 'one' ? (question.suggested ?? '') : '';
  const chosen = answer.length > 0 ? [answer].flat() : [suggested];
  return question.options.map(({ id, label, about = '', picture }) => ({
    id,
    label,
    about,
    picture,
    inputId: `${inputIdOf(question)}-${id}`,
    checked: chosen.includes(id),
  }));
};

export const faultMessage = (question: Question, fault: Fault, words: Words): string => {
  if (fault.cause !== 'too-long') return words.fault[fault.cause];
  return question.kind === 'text' ? words.fault.tooLong(question.maxLength, fault.length) : '';
};

/** What was answered, in words: the text, or the labels of what was chosen. */
export const answerInWords = (question: Question, answers: Answers): string[] => {
  const answer = [answerTo(question, answers)].flat().filter(Boolean);
  if (question.kind === 'text') return answer;
  const label = (id: string) => question.options.find((option) => option.id === id)?.label ?? '';
  return answer.map((id) => (question.kind === 'scale' ? `${id}: ${label(id)}` : label(id)));
};
