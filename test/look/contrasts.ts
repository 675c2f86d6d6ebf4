import type { Page } from 'playwright-core';

/** docs/look.md, "What holds everywhere". */
const least = { words: 7, borders: 4.5 };

export interface Seen {
  /** Words with too little contrast to what lies behind them: `ratio: words`. */
  words: string[];
  /** Borders of what one writes in, chooses or presses, with too little contrast to what is around them. */
  borders: string[];
  /** How many words and borders were measured. */
  measured: { words: number; borders: number };
}

/** What is too pale on a page, by WCAG's formula on the colours that the browser has computed. */
export function tooPale(page: Page): Promise<Seen> {
  return page.evaluate<Seen>(`(${inPage})(${JSON.stringify(least)})`);
}

const inPage = `({ words: leastWords, borders: leastBorders }) => {
  const parse = (colour) => {
    const [r = 0, g = 0, b = 0, a = 1] = (colour.match(/[\\d.]+/g) ?? []).map(Number);
    return { r, g, b, a };
  };
  const over = (top, under) => ({ r: top.r * top.a + under.r * (1 - top.a), g: top.g * top.a + under.g * (1 - top.a), b: top.b * top.a + under.b * (1 - top.a), a: 1 });
  const luminance = ({ r, g, b }) => {
    const [red, green, blue] = [r, g, b].map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ratio = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const behind = (element) => {
    if (!element) return { r: 255, g: 255, b: 255, a: 1 };
    const own = parse(getComputedStyle(element).backgroundColor);
    return own.a === 1 ? own : over(own, behind(element.parentElement));
  };
  // The shape of a picture that is drawn last under the middle of a word.
  const behindInPicture = (word) => {
    const box = word.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const picture = word.closest('svg');
    const under = [...picture.querySelectorAll('rect, circle, ellipse, path, polygon')].filter((shape) => {
      if (!(shape.compareDocumentPosition(word) & Node.DOCUMENT_POSITION_FOLLOWING) || getComputedStyle(shape).fill === 'none') return false;
      const { left, right, top, bottom } = shape.getBoundingClientRect();
      return left <= x && x <= right && top <= y && y <= bottom;
    });
    const base = behind(picture);
    return under.length === 0 ? base : over(parse(getComputedStyle(under.at(-1)).fill), base);
  };
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getClientRects().length > 0 && !element.closest('.sr-only, .skipnav');
  const holdsWords = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '');
  const found = { words: [], borders: [], measured: { words: 0, borders: 0 } };
  const note = (kind, value, least, what) => {
    found.measured[kind] += 1;
    if (value < least) found[kind].push(value.toFixed(2) + ': ' + what.outerHTML.slice(0, 110));
  };
  for (const element of document.body.querySelectorAll('*')) {
    if (!holdsWords(element) || element.matches('script, option, title, desc, video, audio') || !isSeen(element)) continue;
    const inPicture = element.closest('svg') !== null;
    const back = inPicture ? behindInPicture(element) : behind(element);
    const style = getComputedStyle(element);
    note('words', ratio(over(parse(inPicture ? style.fill : style.color), back), back), leastWords, element);
  }
  const controls = 'textarea, select, .form-input, .button-secondary, .button-danger, .scale-number, .number label';
  for (const element of document.body.querySelectorAll(controls)) {
    if (!isSeen(element)) continue;
    const around = behind(element.parentElement);
    note('borders', ratio(over(parse(getComputedStyle(element).borderTopColor), around), around), leastBorders, element);
  }
  for (const label of document.body.querySelectorAll('.form-radio + label, .form-checkbox + label')) {
    if (!isSeen(label)) continue;
    const around = behind(label);
    note('borders', ratio(over(parse(getComputedStyle(label, '::before').borderTopColor), around), around), leastBorders, label);
  }
  return found;
}`;
