import { loadCourse } from './src/activities/course.ts';
await loadCourse('content/taettere-paa-job');
