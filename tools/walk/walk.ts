// What the two main jobs cost in presses and phone screens: all of week 1 for a participant, the minutes before a webinar
// for an instructor. Walks them in a real Chromium at 390x844 and prints a table. PICTURES=<folder> keeps a picture of each page.
import { launchWholeBrowser } from '../../test/support/browser.ts';
import { walkWebinar } from './instructor.ts';
import { walkWeek } from './participant.ts';
import type { Cost, Walker } from './walker.ts';

const pictures = process.env['PICTURES'] ?? '';
const only = process.argv[2] ?? '';

const walks = { participant: walkWeek, instructor: walkWebinar };

const browser = await launchWholeBrowser();
try {
  for (const [who, walk] of Object.entries(walks)) {
    if (only !== '' && only !== who) continue;
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'da-DK' });
    print(who, await walk(await context.newPage(), pictures));
    await context.close();
  }
} finally {
  await browser.close();
}

function print(who: string, { costs, pages }: Walker): void {
  const sum = (of: (cost: Cost) => number) => costs.reduce((total, cost) => total + of(cost), 0);
  const all = {
    part: 'in all',
    pages: sum(({ pages }) => pages),
    presses: sum(({ presses }) => presses),
    screens: sum(({ screens }) => screens),
    texts: sum(({ texts }) => texts),
  };
  console.log(`\n${who}`);
  console.table(pages.map(({ screens, ...cost }) => ({ ...cost, screens: screens.toFixed(1) })));
  console.table([...costs, all].map(({ screens, ...cost }) => ({ ...cost, screens: screens.toFixed(1) })));
}
