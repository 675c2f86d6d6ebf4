export { createEmail } from './channels/email.ts';
export { isGatewayThere, isServerThere } from './channels/dryRun.ts';
export { createSms } from './channels/sms.ts';
export { deliveryRoutes } from './deliveryRoutes.ts';
export { publicReminderRoutes } from './publicRoutes.ts';
export { createReminders } from './reminders.ts';
export { remindersRoutes } from './routes.ts';
