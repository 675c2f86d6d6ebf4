export { repliesRoutes, type RepliesDeps } from './routes.ts';
export { replyNews, type ReplyNews } from './news.ts';
