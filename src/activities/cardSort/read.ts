import type { ActivityReader } from '../../content/reading/activityReader.ts';
import type { OneQuestion, SteppedActivity, Step } from '../../content/course.ts';
import { readQuestion } from '../../content/questions/kinds.ts';
import { wordsOfQuestions } from '../../content/questions/words.ts';
import { checkShape } from '../../content/reading/shape.ts';
import { noteTexts } from '../../content/reading/texts.ts';
import { activityVersion } from '../../content/reading/version.ts';
import type { YamlFile } from '../../content/package/yaml.ts';
import { cardSortSchema, THOUGHTS, type CardSortFile } from './schema.ts';

const LONGEST_THOUGHTS = 2000;

/** Reads a card sort: a step for sorting each card into a pile, and a step for thoughts about the result. */
export const readCardSort: ActivityReader<SteppedActivity> = (context, yaml) => {
  const entry = checkShape(context.reading, yaml, cardSortSchema);
  if (!entry) return Promise.resolve(undefined);
  noteTexts(context, yaml.file, pieces(entry, yaml));
  const { kind, id, title, intro, minutes } = entry;
  const content = { kind, id, title, intro, minutes: 2 * minutes, steps: [sortingStep(entry), thoughtsStep(entry)] };
  return Promise.resolve({ ...content, version: activityVersion(content) });
};

function sortingStep({ sorting, minutes, cards, piles }: CardSortFile): Step {
  const questions = cards.map(({ id, label }): OneQuestion => ({
    kind: 'one',
    look: 'pileCard',
    id,
    ask: label,
    hint: '',
    required: true,
    options: piles,
  }));
  return { id: 'kort', title: sorting.title, note: sorting.hint, minutes, video: undefined, html: '', questions };
}

function thoughtsStep({ thoughts: { title, ask, hint }, minutes, questions: more }: CardSortFile): Step {
  const maxLength = LONGEST_THOUGHTS;
  const question = { kind: 'text', id: THOUGHTS, ask, hint, required: false, maxLength } as const;
  const questions = [question, ...more.flatMap(readQuestion)];
  return { id: THOUGHTS, title, minutes, video: undefined, html: '', questions };
}

function pieces({ title, intro, sorting, piles, cards, thoughts, questions }: CardSortFile, yaml: YamlFile) {
  const texts: [PropertyKey[], string][] = [
    [['title'], title],
    [['intro'], intro],
    [['sorting'], sorting.title],
    [['sorting'], sorting.hint],
    ...piles.map(({ label }, pile): [PropertyKey[], string] => [['piles', pile], label]),
    ...cards.map(({ label }, card): [PropertyKey[], string] => [['cards', card], label]),
    ...[thoughts.title, thoughts.ask, thoughts.hint].map((text): [PropertyKey[], string] => [['thoughts'], text]),
    ...wordsOfQuestions(questions, ['questions']).filter(([, text]) => text !== ''),
  ];
  return texts.map(([path, text]) => ({ line: yaml.placeOf(path).line, text }));
}
