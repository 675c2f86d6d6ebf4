export { DIARY } from './mood/entries.ts';
export { moodToday } from './mood/today.ts';
export { moodRoutes } from './mood/routes.ts';
export { moodWeeks, type MoodWeek } from './mood/weeks.ts';
export { diaryRescue, type DiaryRescueDeps } from './rescue.ts';
