import type { Answer } from '../../domain/answers.ts';
import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';
import type { ClassNow } from './classNow.ts';

/** The two numbers an instructor asks for first: how many of how many have sent, and how many questions wait. */
export function factsOf(
  { participants, roster }: Pick<ClassNow, 'participants' | 'roster'>,
  questions: number,
  language: Language,
): string[] {
  const { brief } = texts[language].instructor;
  const sent = participants.filter(({ progress }) => progress === 'sent').length;
  const total = participants.length;
  return [
    sent === 0 ? brief.nobodySent : roster === 'members' ? brief.sentOf(sent, total) : brief.sent(sent),
    ...(sent === 0 ? [] : [brief.questions(questions)]),
  ];
}

export function isWritten(answer: Answer | undefined): boolean {
  return typeof answer === 'string' && answer.trim() !== '';
}
