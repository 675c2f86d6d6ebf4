export { attendanceByPerson, type Attended } from './byPerson.ts';
export { attendanceRoutes } from './routes.ts';
export { createAttendances, type Attendance, type Attendances } from './store.ts';
export { whoOf } from './page.ts';
