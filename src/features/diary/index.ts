export { writtenDays } from './mood/days.ts';
export { moodInWords, moodPicture } from './mood/picture.ts';
export { DIARY, type DayEntry } from './mood/entries.ts';
export { moodToday } from './mood/today.ts';
export { moodRoutes } from './mood/routes.ts';
export { moodWeeks, type MoodWeek } from './mood/weeks.ts';
export { diaryRescue, type DiaryRescueDeps } from './rescue.ts';
