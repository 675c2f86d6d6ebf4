import type { Locator, Page } from 'playwright-core';

/** What a walk costs a person: presses, phone screens to look through, and texts to write. */
export interface Cost {
  part: string;
  pages: number;
  presses: number;
  screens: number;
  texts: number;
}

/** How long a page may take to move on by itself after an answer, in milliseconds. */
const GOES_ON_WITHIN = 1_500;

const SCREEN = 844;

/** Walks through pages as a person does, and counts. */
export class Walker {
  readonly costs: Cost[] = [];
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

  /** Counts the page that has just come, once. */
  async look(): Promise<void> {
    await this.page.waitForLoadState('load');
    const url = this.page.url();
    if (url === this.#seen) return;
    this.#seen = url;
    const height = await this.page.evaluate<number>('document.documentElement.scrollHeight');
    this.#now.pages += 1;
    this.#now.screens += height / SCREEN;
    if (this.#pictures === '') return;
    const name = `${String(this.costs.reduce((sum, { pages }) => sum + pages, 0)).padStart(2, '0')}-${this.#now.part}`;
    await this.page.screenshot({ path: `${this.#pictures}/${name.replaceAll(/\W+/g, '-')}.png`, fullPage: true });
  }

  /** Presses what leads to another page, and looks at it. */
  async press(target: Locator): Promise<void> {
    const before = this.page.url();
    this.#now.presses += 1;
    await target.click();
    const isAway = (url: URL) => url.href !== before;
    // Where the page came by itself just before, a press this quick is not taken.
    await this.page.waitForURL(isAway, { timeout: 4 * GOES_ON_WITHIN }).catch(async () => {
      await target.click();
      await this.page.waitForURL(isAway);
    });
    await this.look();
  }

  /** Presses a link that is somewhere on a page already looked at. */
  async follow(address: string): Promise<void> {
    this.#now.presses += 1;
    await this.page.goto(address);
    await this.look();
  }

  /** Answers all that a page must have. Returns true if the page then moved on by itself. */
  async answer(choices: Readonly<Record<string, string>>): Promise<boolean> {
    const before = this.page.url();
    const fields = this.page.locator('textarea:visible');
    for (const field of await fields.all()) {
      const name = (await field.getAttribute('name')) ?? '';
      const label = this.page.locator(`label[for="${await field.getAttribute('id')}"]`);
      const isNeeded = (await label.locator('.optional').count()) === 0;
      if (!isNeeded || (await field.inputValue()) !== '' || !name.startsWith('answer.')) continue;
      await field.fill('Jeg går en tur');
      this.#now.texts += 1;
    }
    const groups = this.page.locator('main form fieldset.question:not(:has(legend .optional)):not(:has(:checked))');
    for (let left = await groups.count(); left > 0; left -= 1) {
      const group = groups.first();
      const options = group.locator('input[type=radio]');
      const name = ((await options.first().getAttribute('name')) ?? '').replace('answer.', '');
      const chosen = choices[name];
      const option = chosen === undefined ? options.nth(2) : group.locator(`input[value="${chosen}"]`);
      this.#now.presses += 1;
      await option.click({ force: true });
    }
    return this.#hasMovedOn(before);
  }

  async #hasMovedOn(before: string): Promise<boolean> {
    if ((await this.page.locator('form[data-goes-on]').count()) === 0) return this.page.url() !== before;
    return (
      this.page
        .waitForURL((url) => url.href !== before, { timeout: GOES_ON_WITHIN })
        .then(() => this.look())
        // A press right after it would be taken as meant for the page before.
        .then(() => this.page.waitForTimeout(GOES_ON_WITHIN))
        .then(() => true)
        .catch(() => false)
    );
  }
}
