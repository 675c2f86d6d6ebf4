export { pastRetention } from './pastRetention.ts';
export { closedActivity, roomRoutes, unknownActivity } from './routes.ts';
export {
  type FaultCode,
  type Given,
  type ScheduleEntry,
  type ScheduleFault,
  entryFrom,
  entryOf,
  parseSchedule,
} from './scheduleForm.ts';
export { schedulePart } from './scheduleParts.ts';
export { plainly, weekdayNamed, withoutUnseen } from './written.ts';
