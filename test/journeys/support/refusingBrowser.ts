import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { findBrowser } from '../../../tools/browser.mjs';
import { quiet } from '../../support/browser.ts';

export interface RefusingBrowser {
  context: BrowserContext;
  close(): Promise<void>;
}

/**
 * A real Chromium that keeps no cookie of one site inside another, partitioned or not: the owner has said so in its
 * settings. At top level the same site may keep what it likes. Safari before 18.4 behaves like this by itself.
 */
export async function launchRefusing(
  sites: { of: string; inside: string }[],
  options: Omit<BrowserContextOptions, 'storageState'> = {},
): Promise<RefusingBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'browser-'));
  mkdirSync(join(profile, 'Default'));
  const pairs = sites.map(({ of, inside }) => `${new URL(of).origin},${new URL(inside).origin}`);
  const refused = Object.fromEntries(pairs.map((pair) => [pair, { setting: 2 }]));
  const settings = { profile: { content_settings: { exceptions: { cookies: refused } } } };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(settings));
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('No Chromium found. Install one, or set CHROMIUM_PATH to it.');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: quiet,
    locale: 'da-DK',
    ...options,
  });
  return {
    context,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
