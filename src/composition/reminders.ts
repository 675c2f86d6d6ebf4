import type { Config } from '../config.ts';
import { createEmail, createReminders, createSms } from '../features/reminders/index.ts';
import type { Store } from '../store/port.ts';
import { deriveKey } from '../store/sealing.ts';

type Asked = Parameters<typeof createReminders>[1];

interface Parts extends Omit<Asked, 'toolUrl' | 'key' | 'smsLimits' | 'channels'> {
  config: Config;
  toolSecret: string;
  store: Store;
}

/** Reminders by the channels that the settings name. */
export function connectReminders({ config, toolSecret, store, ...parts }: Parts): ReturnType<typeof createReminders> {
  const { email, sms, toolUrl, smsLimits } = config;
  return createReminders(store, {
    ...parts,
    toolUrl,
    key: deriveKey(toolSecret, 'taettere-paa-job reminders'),
    smsLimits,
    channels: { ...(email && { email: createEmail(email) }), ...(sms && { sms: createSms(sms) }) },
  });
}
