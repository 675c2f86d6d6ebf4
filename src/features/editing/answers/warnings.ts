import type { Courses } from '../../../content/course.ts';
import { everyActivity } from '../../../content/find.ts';
import type { Text } from '../../../text/texts.ts';
import type { DraftCheck } from '../checking.ts';
import type { Served } from '../served.ts';
import type { Answered, AnsweredBy } from './answered.ts';
import { changesOfAnswers, type AnswersConcerned } from './changes.ts';

/** What becomes of answers already given, in the form that `views/partials/editing/answers.hbs` takes. */
export interface AnswersWarning {
  activity: string;
  changed: string;
  people: string;
  becomes: string;
}

interface Deps {
  served: Pick<Served, 'inUse'>;
  answered: AnsweredBy;
}

/** Compares with every version that rooms have now. Changes to questions that nobody has answered are left out. */
export async function answersConcerned({ served, answered }: Deps, after: Courses, isWhole = true) {
  const found = new Map<string, AnswersConcerned & { by: Answered }>();
  for (const before of await served.inUse()) {
    for (const change of changesOfAnswers(before.da, after.da, isWhole)) {
      const question = 'question' in change ? change.question : undefined;
      const by = await answered.of(change.activity, question);
      if (by !== undefined) found.set([change.activity, question, change.what].join(' '), { ...change, by });
    }
  }
  return [...found.values()];
}

export type Concerned = Awaited<ReturnType<typeof answersConcerned>>[number];

/** The effect of a draft on answers; undefined while Danish files with questions cannot be read. */
export async function draftConcerned(deps: Deps, { courses, faults, hard }: DraftCheck): Promise<Concerned[]> {
  if (!courses) return [];
  const unread = faults.some((fault) => !hard.includes(fault) && !fault.file.startsWith('en/'));
  return everyActivity(courses.da).length === 0 ? [] : answersConcerned(deps, courses, !unread);
}

export function warningsOf(concerned: readonly Concerned[], text: Text): AnswersWarning[] {
  const words = text.editing.answers;
  return concerned.map((change) => ({
    activity: change.title,
    people: change.by === 'some' ? words.some : words.number(change.by),
    ...wordsOf(change, words),
  }));
}

type Words = Text['editing']['answers'];

function wordsOf(change: Concerned, words: Words): Pick<AnswersWarning, 'changed' | 'becomes'> {
  if (change.what === 'activity-gone') return { changed: words.activityGone, becomes: words.activityGoneThen };
  const { ask } = change;
  switch (change.what) {
    case 'gone':
      return { changed: words.gone(ask), becomes: words.goneThen };
    case 'renamed':
      return { changed: words.renamed(ask), becomes: words.renamedThen(change.question) };
    case 'kind':
      return { changed: words.kind(ask), becomes: words.kindThen };
    case 'number':
      return { changed: words.limits(ask), becomes: words.limitsThen };
    case 'option-gone':
      return { changed: words.optionGone(ask, change.labels), becomes: words.optionGoneThen };
    case 'option-renamed':
      return { changed: words.optionRenamed(ask, change.labels), becomes: words.optionRenamedThen };
    case 'words':
      return { changed: words.otherWords(ask), becomes: words.otherWordsThen };
    case 'scale':
      return { changed: words.scale(ask), becomes: change.isSameVersion ? words.scaleSameVersion : words.scaleThen };
  }
}
