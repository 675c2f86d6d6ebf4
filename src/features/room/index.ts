export { pastRetention } from './schedule/pastRetention.ts';
export { closedActivity, roomRoutes, unknownActivity } from './routes.ts';
export {
  type FaultCode,
  type Given,
  type ScheduleEntry,
  type ScheduleFault,
  entryFrom,
  entryOf,
  parseSchedule,
} from './schedule/scheduleForm.ts';
export { schedulePart } from './schedule/scheduleParts.ts';
export { plainly, weekdayNamed, withoutUnseen } from './schedule/written.ts';
