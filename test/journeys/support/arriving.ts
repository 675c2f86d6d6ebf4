import type { FrameLocator, Page } from 'playwright-core';
import type { LaunchOptions } from '../../support/platform/launch.ts';
import type { Platform } from '../../support/platform/startPlatform.ts';
import type { WebClient } from '../../support/platform/webClient.ts';

/** Opens an address of a room with the session of a client that has come over HTTP. */
export async function goAs(page: Page, client: WebClient, address: string): Promise<void> {
  const { hostname: domain, pathname } = new URL(address);
  const path = /^\/rum\/[^/]+/.exec(pathname)?.[0] ?? '/';
  const cookies = Object.entries(client.cookiesFor(address));
  await page.context().addCookies(cookies.map(([name, value]) => ({ name, value, domain, path, secure: true })));
  await page.goto(address);
}

/** Someone whose launch was made over HTTP, in this window: where the page is at stake, and not the way to it. */
export async function arriveIn(page: Page, platform: Platform, options: LaunchOptions): Promise<void> {
  const launched = await platform.launch(options);
  await goAs(page, launched.client, launched.page.url);
}

/** A whole launch in the course room's frame, without the room's other pages on the way. */
export async function openFrameAs(
  page: Page,
  { issuer, course }: Platform,
  { person, activity }: Pick<LaunchOptions, 'person' | 'activity'>,
): Promise<FrameLocator> {
  await page.request.post(`${issuer}/person`, { form: { person }, maxRedirects: 0 });
  const placed = (await course.activities()).find(({ custom }) => custom['activity'] === activity);
  await page.goto(`${issuer}/kursus/aktivitet/${placed?.id ?? 'none'}`);
  return page.frameLocator('iframe');
}
