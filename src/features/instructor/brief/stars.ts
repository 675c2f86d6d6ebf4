import type { Module } from '../../../content/course.ts';
import { isInWords } from '../../../content/questions/kinds.ts';
import { isHard } from '../../../domain/hardWords.ts';
import type { Star } from '../instructorNotes.ts';
import { askedIn, type Gathered } from './gather.ts';

/**
 * The stars whose answers may still be shown: not those taken back, made private, sent again since they were starred,
 * or telling of danger.
 */
export function showable(stars: Star[], module: Module, { sentTo }: Pick<Gathered, 'sentTo'>) {
  return stars.flatMap((star) => {
    const asked = askedIn(module).find(
      ({ activity, question }) => activity.id === star.activity && question.id === star.question,
    );
    if (!asked) return [];
    if (star.person === '') return isInWords(asked.question) ? [] : [{ star, asked, text: '' }];
    const sent = sentTo(star.activity).find(({ person }) => person === star.person);
    const text = sent?.sentAt === star.sentAt ? sent.answers[star.question] : undefined;
    const isShowable = typeof text === 'string' && text.trim() !== '' && !isHard(text) && isInWords(asked.question);
    return isShowable ? [{ star, asked, text }] : [];
  });
}

export type ShowableStar = ReturnType<typeof showable>[number];
