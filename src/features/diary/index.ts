export { diaryRescue, type DiaryRescueDeps } from './rescue.ts';
export { DIARY } from './mood/entries.ts';
export { moodWeeks } from './mood/weeks.ts';
export { diaryRoutes } from './routes.ts';
