/** What was done, as stable codes for the log. */
export type PlatformEvent =
  | 'platform-added'
  | 'platform-activated'
  | 'platform-deactivated'
  | 'platform-removed'
  | 'platform-deployment-admitted'
  | 'platform-frame-allowed'
  | 'platform-frame-forbidden'
  | 'platform-keys-rotated'
  | 'platform-invited';

/** Logs what was done, once it is done. */
export type Noting = (event: PlatformEvent, id: string, done: Promise<boolean>) => Promise<boolean>;
