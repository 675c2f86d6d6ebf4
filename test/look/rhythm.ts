import type { Page } from 'playwright-core';

/** docs/look.md, "One rule of distance": pixels. A line's own leading takes a few of them. */
const least = { aboveButtons: 20, betweenButtons: 10 };

/** What begins beside the common edge, and buttons that are glued to what is above them. */
export function outOfRhythm(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(${inPage})(${JSON.stringify(least)})`);
}

const inPage = `({ aboveButtons, betweenButtons }) => {
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0 && !element.closest('.sr-only, .skipnav');
  const what = (element) => element.outerHTML.replace(/\\s+/g, ' ').slice(0, 90);
  const faults = [];

  const edges = ['.site-header .site-name', '.notice-line p', 'main h1', '.site-footer p']
    .flatMap((selector) => [...document.querySelectorAll(selector)].slice(0, 1))
    .map((element) => ({ element, left: element.getBoundingClientRect().left }));
  for (const { element, left } of edges) if (Math.abs(left - edges[0].left) > 0.6) faults.push('begins at ' + left + ' and not ' + edges[0].left + ': ' + what(element));

  const main = document.querySelector('main');
  const leaves = [...main.querySelectorAll('*')].filter((element) => isSeen(element) && !element.closest('summary, svg') && (element.matches('img, video, textarea, select, input:not([type=hidden]), svg, .button') || [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '')));
  const boxes = [...main.querySelectorAll('.alert, .card, .next, .who-reads, .hard-moments, .conflict, .empty, blockquote, table')].filter(isSeen);
  for (const button of main.querySelectorAll('.button')) {
    if (!isSeen(button) || button.closest('td, th, .search__line, .answer__tools, .sync__row, .frames li, .week__item')) continue;
    const own = button.getBoundingClientRect();
    for (const other of [...leaves, ...boxes]) {
      if (other.contains(button) || button.contains(other)) continue;
      const { left, right, bottom } = other.getBoundingClientRect();
      if (right <= own.left || left >= own.right || bottom > own.top + 1) continue;
      const wanted = other.closest('.button') ? betweenButtons : aboveButtons;
      if (own.top - bottom < wanted) faults.push((own.top - bottom).toFixed(0) + ' px above ' + what(button) + ' to ' + what(other));
    }
  }
  return faults;
}`;
