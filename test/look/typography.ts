import type { Page } from 'playwright-core';
import { tooPale } from './contrasts.ts';
import { outOfRhythm } from './rhythm.ts';

/** docs/look.md, "What holds everywhere". */
const design = {
  ink: 'rgb(43, 34, 48)',
  plum: 'rgb(90, 42, 94)',
  paper: 'rgb(255, 255, 255)',
  text: { size: 18, leastLeading: 1.5, mostLeading: 1.65, leastGap: 16, mostCharacters: 72 },
  smallest: 16,
  headings: { 1: 26, 2: 18, 3: 18 } as Record<number, number>,
  control: 44,
};

interface Running {
  words: string;
  size: number;
  colour: string;
  leading: number;
  /** Pixels to the paragraph after it; -1 where something else follows. */
  gap: number;
  /** How many average characters its line holds. */
  characters: number;
}
interface Measured {
  running: Running[];
  /** Items of lists in running text. */
  items: Pick<Running, 'words' | 'size' | 'leading'>[];
  headings: { level: number; words: string; size: number; weight: number; colour: string }[];
  tooSmall: string[];
  primary: { words: string; size: number; colour: string; background: string; height: number }[];
  fields: { name: string; isSelect: boolean; size: number; height: number; drawsArrow: boolean }[];
}

/** Runs in the page. Running text is a paragraph without a class of its own: the design's default is all it has. */
const measure = `(() => {
  const main = document.querySelector('main');
  const shown = (selector) => [...main.querySelectorAll(selector)].filter((each) => each.checkVisibility() && each.getClientRects().length > 0 && each.textContent.trim() + (each.value ?? '') !== '' || each.matches('select, textarea, input'));
  const style = (element) => getComputedStyle(element);
  const px = (value) => parseFloat(value);
  const words = (element) => element.textContent.trim().replace(/\\s+/g, ' ').slice(0, 60);
  const isPlain = (each) => each.className === '' && !each.closest('[class]:not(main, .step, .markdown, section, article, form)');
  const plain = shown('p').filter(isPlain);
  const leading = ({ fontSize, lineHeight }) => px(lineHeight) / px(fontSize);
  const holdsText = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '');
  return {
    running: plain.map((each) => {
      const { fontSize, color } = style(each);
      const next = each.nextElementSibling;
      const gap = next?.localName === 'p' && plain.includes(next) ? next.getBoundingClientRect().top - each.getBoundingClientRect().bottom : -1;
      return { words: words(each), size: px(fontSize), colour: color, leading: leading(style(each)), gap, characters: each.getBoundingClientRect().width / (px(fontSize) * 0.47) };
    }),
    items: shown('li').filter(isPlain).map((each) => ({ words: words(each), size: px(style(each).fontSize), leading: leading(style(each)) })),
    headings: shown('h1, h2, h3').map((each) => ({ level: Number(each.localName[1]), words: words(each), size: px(style(each).fontSize), weight: Number(style(each).fontWeight), colour: style(each).color })),
    tooSmall: [...document.body.querySelectorAll('*')].filter((each) => each.checkVisibility() && !each.closest('svg, .sr-only, script') && holdsText(each) && px(style(each).fontSize) < ${design.smallest}).map((each) => each.outerHTML.slice(0, 90)),
    primary: shown('.button-primary').map((each) => ({ words: words(each), size: px(style(each).fontSize), colour: style(each).color, background: style(each).backgroundColor, height: each.getBoundingClientRect().height })),
    fields: shown('select, textarea, input:is([type=text], [type=email], [type=tel], [type=date], [type=url], [type=search], :not([type]))').filter((each) => each.checkVisibility()).map((each) => ({ name: each.name, isSelect: each.localName === 'select', size: px(style(each).fontSize), height: each.getBoundingClientRect().height, drawsArrow: style(each).backgroundImage !== 'none' || style(each).appearance !== 'none' })),
  };
})()`;

/** How much of a page was measured. */
export interface Extent {
  paragraphs: number;
  /** Of these, followed by another. */
  followed: number;
}

/** What differs from the design at this window's width. */
export async function faultsOfText(page: Page): Promise<{ faults: string[] } & Extent> {
  const found = await page.evaluate<Measured>(measure);
  return {
    faults: [...faultsOf(found), ...(await outOfRhythm(page))],
    paragraphs: found.running.length,
    followed: found.running.filter(({ gap }) => gap >= 0).length,
  };
}

/** In the dark and by day, and at the widths of a small phone and a tablet: browsers do the same between these. */
export async function faultsElsewhere(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    const { words, borders } = await tooPale(page);
    faults.push(...[...words, ...borders].map((fault) => `too pale, ${colorScheme}: ${fault}`));
  }
  for (const width of [320, 768]) {
    await page.setViewportSize({ width, height: 900 });
    faults.push(...(await outOfRhythm(page)).map((fault) => `${width} px: ${fault}`));
  }
  // The frame that Moodle makes on a phone of 320 px.
  await page.setViewportSize({ width: 302, height: 640 });
  const needed = await page.evaluate<number>('document.documentElement.scrollWidth');
  return needed > 302 ? [...faults, `302 px: needs ${needed} px`] : faults;
}

function faultsOf(found: Measured): string[] {
  return [
    ...found.running.filter((each) => !isRunningText(each)).map((each) => `running text ${JSON.stringify(each)}`),
    ...found.items.filter((each) => !isOfText(each)).map((each) => `item of a list ${JSON.stringify(each)}`),
    ...found.headings.filter((each) => !isHeading(each)).map((each) => `heading ${JSON.stringify(each)}`),
    ...(found.headings.filter(({ level }) => level === 1).length === 1 ? [] : ['not one h1']),
    ...found.tooSmall.map((html) => `smaller than ${design.smallest} px: ${html}`),
    ...found.primary.filter((each) => !isPrimary(each)).map((each) => `button ${JSON.stringify(each)}`),
    ...found.fields.filter((each) => !isField(each)).map((each) => `field ${JSON.stringify(each)}`),
  ];
}

function isRunningText({ size, colour, leading, gap, characters }: Measured['running'][number]): boolean {
  return (
    isOfText({ size, leading }) &&
    colour === design.ink &&
    (gap < 0 || gap >= design.text.leastGap) &&
    characters <= design.text.mostCharacters
  );
}

function isOfText({ size, leading }: Pick<Running, 'size' | 'leading'>): boolean {
  const { text } = design;
  return size === text.size && leading >= text.leastLeading && leading <= text.mostLeading;
}

function isHeading({ level, size, weight }: Measured['headings'][number]): boolean {
  return size >= (design.headings[level] ?? 0) && weight === 600;
}

function isPrimary({ size, colour, background, height }: Measured['primary'][number]): boolean {
  return size === design.text.size && colour === design.paper && background === design.plum && height >= design.control;
}

function isField({ isSelect, size, height, drawsArrow }: Measured['fields'][number]): boolean {
  return size === design.text.size && height >= design.control && (drawsArrow || !isSelect);
}
