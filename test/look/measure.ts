import type { Page } from 'playwright-core';

interface Colour {
  selector: string;
  pseudo?: string;
  property: 'borderTopColor' | 'color';
}

/** Contrast of a colour against white, by WCAG's formula. The sheet and all controls are white. */
export async function contrastOf(page: Page, { selector, pseudo = '', property }: Colour): Promise<number> {
  const colour: unknown = await page.evaluate(
    `getComputedStyle(document.querySelector(${JSON.stringify(selector)}), '${pseudo}').${property}`,
  );
  const channels =
    String(colour)
      .match(/[\d.]+/g)
      ?.slice(0, 3)
      .map(Number) ?? [];
  const [red = 255, green = 255, blue = 255] = channels.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

/** Everything one can press that is lower than this; links inside a sentence are as high as their line. */
export async function targetsLowerThan(page: Page, pixels: number): Promise<string[]> {
  const found: unknown = await page.evaluate(`
    [...document.querySelectorAll('a, button, input:not([type=hidden]), textarea, summary')]
      .filter((element) => element.checkVisibility() && !element.matches('.skipnav'))
      .filter((element) => getComputedStyle(element).display !== 'inline')
      .filter((element) => element.getBoundingClientRect().height < ${pixels})
      .map((element) => element.outerHTML.slice(0, 100))`);
  return found as string[];
}
