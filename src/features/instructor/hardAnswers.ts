import type { SteppedActivity } from '../../content/course.ts';
import { isInWords } from '../../content/questions/kinds.ts';
import { givenTo, isHardAnswer, type SentAnswers } from './questionBlock.ts';

/** Words that may tell of danger, and where they stand on the page: the answer's own id. */
export interface HardAnswer {
  id: string;
  person: string;
  activity: string;
  ask: string;
}

/** Of what was sent to an activity, the answers that an instructor reads before all others. */
export function hardAnswers(activity: SteppedActivity | undefined, sent: SentAnswers[]): HardAnswer[] {
  const questions = activity?.steps.flatMap((step) => step.questions).filter(isInWords) ?? [];
  return questions.flatMap((question) =>
    givenTo(question, sent)
      .filter(isHardAnswer)
      .map(({ person }) => ({
        id: `${question.id}.${person}`,
        person,
        activity: activity?.id ?? '',
        ask: question.ask,
      })),
  );
}
