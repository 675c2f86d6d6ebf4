export { diaryRescue, type DiaryRescueDeps } from './rescue.ts';
export { DIARY } from './mood/entries.ts';
export { moodWeeks, type MoodWeek } from './mood/weeks.ts';
export { diaryRoutes, type DiaryDeps } from './routes.ts';
