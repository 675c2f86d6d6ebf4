export { comingWebinar } from './comingWebinar.ts';
export { createInstructorNotes } from './instructorNotes.ts';
export { listNames } from './names.ts';
export { type Participant, type Progress, participation } from './participation.ts';
export { instructorRoutes } from './routes.ts';
export { rosterHint } from './whoIsIn.ts';
export { weightiest } from './syncStatus.ts';
