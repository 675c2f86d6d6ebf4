import type { FrameLocator, Page } from 'playwright-core';
import type { Place } from '../../support/engines/place.ts';
import type { Product } from '../../support/product.ts';

export const preparation = 'Forberedelse til uge 1';

/** A window of any engine. */
type Visited = Place & { goto(url: string): Promise<unknown> };

/** Goes into the trial course room as this person. */
export async function enterAs(page: Visited, product: Pick<Product, 'sandboxUrl'>, person: RegExp): Promise<void> {
  await page.goto(product.sandboxUrl);
  const change = page.getByRole('link', { name: 'Skift person' });
  if (await change.count()) await change.click();
  await page.getByRole('button', { name: person }).click();
  await page.getByRole('heading', { level: 1, name: 'Kurset i prøverummet' }).waitFor();
}

function card(page: Page, activity: string) {
  return page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: activity, exact: true }) });
}

/** Opens an activity in the course room's frame. */
export async function openInFrame(page: Page, activity: string): Promise<FrameLocator> {
  await card(page, activity).getByRole('link', { name: 'Åbn', exact: true }).click();
  const frame = page.frameLocator('iframe');
  // The frame shows the course room's own page first.
  await frame.getByRole('banner').getByText('TÆTTERE PÅ JOB').waitFor();
  return frame;
}

/** Opens an activity in a window of its own. */
export async function openInWindow(page: Page, activity: string): Promise<Page> {
  const opened = page.context().waitForEvent('page');
  await card(page, activity).getByRole('link', { name: 'Åbn i nyt vindue' }).click();
  const window = await opened;
  await window.getByRole('main').waitFor();
  return window;
}

/** What the gradebook says of a person's own grade; polled, since the score arrives when the worker has sent it. */
export async function waitForOwnGrade(page: Page, product: Pick<Product, 'sandboxUrl'>): Promise<void> {
  await page.goto(`${product.sandboxUrl}/karakterbog`);
  await page.getByRole('cell', { name: /100/ }).first().waitFor();
}
