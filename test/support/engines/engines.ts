import { findFirefox, hasWebKit } from '../../../tools/browser.mjs';
import type { Engine, EngineOptions } from './driver.ts';
import { launchFirefox } from './firefox.ts';
import { launchWebKit } from './webkit.ts';

export interface EngineKind {
  name: string;
  isHere(): boolean;
  launch(options: EngineOptions): Promise<Engine>;
}

/** Chromium's journeys are those of Playwright, beside these. */
export const webKit: EngineKind = { name: 'WebKit', isHere: hasWebKit, launch: launchWebKit };
export const firefox: EngineKind = {
  name: 'Firefox',
  isHere: () => findFirefox() !== undefined,
  launch: launchFirefox,
};
