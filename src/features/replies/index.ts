export { faultInWords, FIELD, replyField } from './field.ts';
export { parseReply, REPLY, type ReplyForm } from './form.ts';
export { replyNews } from './news.ts';
export { repliesRoutes } from './routes.ts';
export { openReplies } from './open.ts';
export { type Replies, type Reply, TO_CLASS } from './store.ts';
