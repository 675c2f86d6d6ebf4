import type { Locator, Page } from 'playwright-core';

const MOST_PRESSES = 200;

function hasFocus(control: Locator): Promise<boolean> {
  return control.evaluate((element: { matches(selector: string): boolean }) => element.matches(':focus'));
}

/** Presses Tab until this control has the focus, as one without a mouse does. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  await control.waitFor();
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    if (await hasFocus(control)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${String(control)}.`);
}

/** Reaches a control by Tab and presses it. */
export async function press(page: Page, control: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press(key);
}

/** Reaches a field by Tab and types into it. */
export async function type(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(text);
}

/** Reaches a group of radio buttons by Tab and goes down to this one by arrow keys. */
export async function choose(page: Page, group: Locator, option: string | RegExp): Promise<void> {
  const radios = group.getByRole('radio');
  await tabTo(page, radios.first());
  await page.keyboard.press('Space');
  const wanted = group.getByRole('radio', { name: option });
  for (let presses = await radios.count(); presses > 0 && !(await wanted.isChecked()); presses -= 1) {
    await page.keyboard.press('ArrowDown');
  }
}
