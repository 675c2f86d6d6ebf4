import { isSame } from '../instructorNotes.ts';
import type { AnswerTools } from '../questionBlock.ts';
import { replyPath } from './addresses.ts';
import type { BriefInput } from './input.ts';

/** What the instructor can do with each answer to an activity: choose it for the screen, and write to the person. */
export function toolsFor({ viewer, stars, since, replies }: BriefInput, activity: string): AnswerTools {
  return {
    since,
    star: ({ question, person, sentAt }) => {
      const set = stars.find((one) => isSame(one, { activity, question, person }));
      const isSet = set !== undefined && (person === '' || set.sentAt === sentAt);
      return {
        isSet,
        isChanged: set !== undefined && !isSet,
        name: isSet ? 'fjern' : 'saet',
        value: [activity, question, person, ...(person === '' ? [] : [sentAt])].join('/'),
      };
    },
    reply: (person) => ({
      href: replyPath(viewer, person, activity),
      isWritten: replies.some(({ to, about, from }) => to === person && about === activity && from === viewer.person),
    }),
  };
}
