export { repliesRoutes } from './routes.ts';
export { replyNews } from './news.ts';
