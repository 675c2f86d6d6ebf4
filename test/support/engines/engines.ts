import { findFirefox, hasWebKit } from '../../../tools/browser.mjs';
import type { Engine, EngineOptions } from './driver.ts';
import { launchFirefox } from './firefox.ts';
import { launchWebKit } from './webkit.ts';

export interface EngineKind {
  name: string;
  isHere(): boolean;
  /** Whether it keeps partitioned cookies in a frame over http. */
  keepsPartitioned: boolean;
  launch(options: EngineOptions): Promise<Engine>;
}

/** Chromium's journeys run in Playwright, besides these. */
export const webKit: EngineKind = {
  name: 'WebKit',
  isHere: hasWebKit,
  keepsPartitioned: false,
  launch: launchWebKit,
};
export const firefox: EngineKind = {
  name: 'Firefox',
  isHere: () => findFirefox() !== undefined,
  keepsPartitioned: true,
  launch: launchFirefox,
};
