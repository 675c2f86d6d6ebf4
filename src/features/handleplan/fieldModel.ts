import type { Answers } from '../../domain/answers.ts';
import { fingerprint, othersOf, type Draft } from '../../responses/merge.ts';
import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';
import { addDays, type Day, mondayOf, weekNumberOf } from '../../domain/week.ts';
import { cprModel } from '../cpr.ts';
import { refusedText, type Fault } from '../postedForm.ts';
import { dateInWords } from '../times.ts';
import { valueOf, type Field, type TextField } from './fields.ts';

/** What the words of a field depend on. */
export interface Wording {
  language: Language;
  today: Day;
  ideas: readonly { id: string; label: string }[];
}

interface FieldInput extends Wording {
  draft: Pick<Draft, 'draft' | 'other'>;
  fault: Fault | undefined;
  isRequired: boolean;
  /** Chosen where the person has chosen nothing yet. */
  preset?: string | undefined;
  /** The words of a field that is not asked in the same way everywhere. */
  ask?: string;
}

export const inputIdOf = (field: string): string => `answer-${field}`;

type Asked = keyof (typeof texts)['da']['handleplan']['fields'];

const isAsked = (id: string): id is Asked => id in texts.da.handleplan.fields;

/** What is asked, and a hint. */
export const wordsOf = (id: string, language: Language): { ask: string; hint: string } =>
  isAsked(id) ? texts[language].handleplan.fields[id] : { ask: id, hint: '' };

/** One field as `views/partials/question.hbs` takes it, or as `numbers.hbs` does. */
export const fieldModel = (field: Field, input: FieldInput) => {
  const { language, draft, fault, isRequired, preset } = input;
  const others = othersOf(draft.other, field.id);
  const { ask, hint } = wordsOf(field.id, language);
  const stored = valueOf(field, draft.draft);
  const refused = refusedText(fault);
  const isNumbers = field.id === 'tro' || field.id === 'antal-dage';
  return {
    id: field.id,
    name: `answer.${field.id}`,
    inputId: inputIdOf(field.id),
    ask: input.ask ?? ask,
    hint: input.ask === undefined ? hint : '',
    optionalLabel: isRequired || field.kind === 'one' ? '' : texts[language].common.optional,
    error: fault ? faultMessage(field, fault, language) : '',
    isText: field.kind === 'text',
    isOne: field.kind === 'one' && !isNumbers,
    isMany: field.kind === 'many',
    isNumbers,
    isWide: field.id === 'tro',
    ...(field.kind === 'text' ? textPart(field, { stored: [stored, others].flat(), refused }) : {}),
    value: refused ?? stored,
    options: optionsOf(field, draft.draft, { ...input, preset }),
    other: others.join('\n\n'),
    drop: { name: `drop.${field.id}`, inputId: `drop-${field.id}`, value: others.map(fingerprint).join(',') },
  };
};

const textPart = ({ id, maxLength }: TextField, texts: Parameters<typeof cprModel>[1]) => ({
  maxLength,
  rows: 2,
  cpr: cprModel(id, texts),
});

const optionsOf = (field: Field, answers: Answers, input: Wording & { preset?: string | undefined }) => {
  if (field.kind === 'text') return [];
  const stored = [valueOf(field, answers)].flat().filter(Boolean);
  const chosen = stored.length > 0 ? stored : [input.preset ?? ''];
  return field.options.map((id) => ({
    id,
    ...optionInWords(field.id, id, input),
    inputId: `${inputIdOf(field.id)}-${id}`,
    checked: chosen.includes(id),
  }));
};

/** What an option is called; `words` is what a number means. */
export const optionInWords = (field: string, option: string, wording: Wording): { label: string; words: string } => {
  const text = texts[wording.language].handleplan;
  if (field === 'tro') return { label: option, words: text.sure[Number(option)] ?? '' };
  if (field === 'antal-dage') return { label: option, words: text.summary.daysAWeek(Number(option)) };
  if (field === 'uge') return { label: weekInWords(option, wording), words: '' };
  const idea = field === 'ideer' ? wording.ideas.find(({ id }) => id === option)?.label : undefined;
  const labels: Record<string, Record<string, string>> = text.options;
  return { label: idea ?? labels[field]?.[option] ?? option, words: '' };
};

export const weekInWords = (monday: Day, { language, today }: Wording): string => {
  const text = texts[language].handleplan;
  const from = dateInWords(monday, language);
  if (monday === mondayOf(today)) return text.thisWeek(weekNumberOf(monday), from);
  return monday === addDays(mondayOf(today), 7)
    ? text.nextWeek(weekNumberOf(monday), from)
    : text.chosenWeek(weekNumberOf(monday), from);
};

export const faultMessage = (field: Field, fault: Fault, language: Language): string => {
  const words = texts[language].prep.fault;
  if (fault.cause !== 'too-long') return words[fault.cause];
  return field.kind === 'text' ? words.tooLong(field.maxLength, fault.length) : '';
};
