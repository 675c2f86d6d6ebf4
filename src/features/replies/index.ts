export { replyNews } from './news.ts';
export { repliesRoutes } from './routes.ts';
export { type Replies, type Reply, TO_CLASS, createReplies } from './store.ts';
