import type { Locator, Page } from 'playwright-core';

/** What a walk costs a person: presses, phone screens to look through, and texts to write. */
export interface Cost {
  part: string;
  pages: number;
  presses: number;
  screens: number;
  texts: number;
}

/** What one page costs: the presses are those that lead on from it. */
export interface PageCost {
  page: string;
  presses: number;
  screens: number;
}

const SCREEN = 844;

/** Walks through pages as a person does, and counts. */
export class Walker {
  readonly costs: Cost[] = [];
  readonly pages: PageCost[] = [];
  readonly page: Page;
  readonly #pictures: string;
  #seen = '';

  /** @param pictures where each page's picture goes; empty for none */
  constructor(page: Page, pictures = '') {
    this.page = page;
    this.#pictures = pictures;
  }

  begin(part: string): void {
    this.costs.push({ part, pages: 0, presses: 0, screens: 0, texts: 0 });
  }

  get #now(): Cost {
    const now = this.costs.at(-1);
    if (!now) throw new Error('A walk begins with the name of its first part.');
    return now;
  }

  /** A press on the page that is shown. */
  countPress(): void {
    this.#now.presses += 1;
    const page = this.pages.at(-1);
    if (page) page.presses += 1;
  }

  /** Counts the page that has just come, once; an activity is a part of its own. */
  async look(): Promise<void> {
    await this.page.waitForLoadState('load');
    const url = this.page.url();
    if (url === this.#seen) return;
    this.#seen = url;
    const [, activity = this.#now.part] = /aktivitet\/([^/]+)/.exec(url) ?? [];
    if (activity !== this.#now.part) this.begin(activity);
    const height = await this.page.evaluate<number>('document.documentElement.scrollHeight');
    this.#now.pages += 1;
    this.#now.screens += height / SCREEN;
    this.pages.push({
      page: new URL(url).pathname.replace(/^\/rum\/[^/]+\/?/, ''),
      presses: 0,
      screens: height / SCREEN,
    });
    if (this.#pictures === '') return;
    const name = `${String(this.costs.reduce((sum, { pages }) => sum + pages, 0)).padStart(2, '0')}-${this.#now.part}`;
    await this.page.screenshot({ path: `${this.#pictures}/${name.replaceAll(/\W+/g, '-')}.png`, fullPage: true });
  }

  /** Presses what leads to another page, and looks at it. */
  async press(target: Locator): Promise<void> {
    const before = this.page.url();
    this.countPress();
    await target.click();
    await this.page.waitForURL((url) => url.href !== before);
    await this.look();
  }

  /** The button that is the answer a person would give and leads on; undefined on a page without such, or where one may skip it. */
  async leadingOn(choices: Readonly<Record<string, string>>): Promise<Locator | undefined> {
    const buttons = this.page.locator('main form fieldset:not(:has(legend .optional)) button[data-answer]');
    if ((await buttons.count()) === 0) return undefined;
    const name = ((await buttons.first().getAttribute('data-answer')) ?? '').replace('answer.', '');
    const chosen = choices[name];
    return chosen === undefined ? buttons.first() : buttons.and(this.page.locator(`[data-value="${chosen}"]`));
  }

  /** Answers all that a page must have. */
  async answer(choices: Readonly<Record<string, string>>): Promise<void> {
    const fields = this.page.locator('textarea:visible');
    for (const field of await fields.all()) {
      const name = (await field.getAttribute('name')) ?? '';
      const label = this.page.locator(`label[for="${await field.getAttribute('id')}"]`);
      const isNeeded = (await label.locator('.optional').count()) === 0;
      if (!isNeeded || (await field.inputValue()) !== '' || !name.startsWith('answer.')) continue;
      await field.fill('Jeg går en tur');
      this.#now.texts += 1;
    }
    const groups = this.page.locator(
      'main form fieldset.question:not(:has(legend .optional, :checked, [data-answer])):has(input)',
    );
    for (let left = await groups.count(); left > 0; left -= 1) {
      const group = groups.first();
      const options = group.locator('input[type=radio]');
      const name = ((await options.first().getAttribute('name')) ?? '').replace('answer.', '');
      const chosen = choices[name];
      const option = chosen === undefined ? options.nth(2) : group.locator(`input[value="${chosen}"]`);
      this.countPress();
      await option.click({ force: true });
    }
  }
}
