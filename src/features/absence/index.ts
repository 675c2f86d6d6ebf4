export { LEAST_ABSENT, reasonCounts } from './reasonCounts.ts';
export { absenceRoutes, webinarAbsence, type AbsenceDeps } from './routes.ts';
export { createAbsences, type Absence, type Absences } from './store.ts';
