export { parseAddress } from './address.ts';
export { createEmail } from './channels/email.ts';
export { createSms } from './channels/sms.ts';
export type { CodeSent, Confirmed } from './confirming.ts';
export { channelKinds, nothingChosen, type ChannelKind, type Choices, type Subscription } from './records.ts';
export { createReminders, type Reminders } from './reminders.ts';
