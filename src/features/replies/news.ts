import type { Replies } from './store.ts';
import { roomPath } from '../../http/roomPath.ts';

/** What a participant's front page says about replies: that there is a new one, or a link to those already read. */
export interface ReplyNews {
  isNew: boolean;
  href: string;
}

/** Undefined if there is no reply. */
export async function replyNews(
  replies: Pick<Replies, 'toPerson' | 'readTo'>,
  { room, person }: { room: string; person: string },
): Promise<ReplyNews | undefined> {
  const [[latest], readTo] = await Promise.all([replies.toPerson(room, person), replies.readTo(room, person)]);
  return latest && { isNew: latest.sentAt > readTo, href: roomPath(room, '/svar-fra-instruktoer') };
}
