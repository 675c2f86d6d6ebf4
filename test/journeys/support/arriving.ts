import type { FrameLocator, Page } from 'playwright-core';
import type { LaunchOptions } from '../../support/platform/launch.ts';
import type { Platform } from '../../support/platform/startPlatform.ts';

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
