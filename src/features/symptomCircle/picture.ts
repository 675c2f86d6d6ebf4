import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';
import type { Circle, Sign } from './signs.ts';

// Drawn for a width of 280, which a phone shows at full size, so that its letters are as large as the page's. The boxes
// form a ring of two columns, with one box at the top and, for an even number, one at the bottom, so that no two ever
// touch.
const WIDTH = 280;
const MIDDLE = WIDTH / 2;
const COLUMN = 80;
const ROW_HEIGHT = 78;
const BOX = { width: 116, height: 34 };
const START_HEIGHT = 54;
/** Between an arrow's tip and its box. */
const GAP = 3;

interface Place {
  x: number;
  y: number;
  height: number;
  /** Position in the ring. */
  index: number;
}

/** The signs in the order in which one leads to the next, as far as possible, so that the arrows go round. */
export function inOrder({ noticed, arrows, start }: Pick<Circle, 'noticed' | 'arrows' | 'start'>): Sign[] {
  const all = [...new Set([...(start ? [start] : []), ...noticed, ...arrows.map(({ to }) => to)])];
  const ordered: Sign[] = [];
  for (const first of all) {
    let sign: Sign | undefined = first;
    while (sign !== undefined && !ordered.includes(sign)) {
      ordered.push(sign);
      const from: Sign = sign;
      sign = arrows.find((arrow) => arrow.from === from)?.to;
    }
  }
  return ordered;
}

/** The circle as `views/partials/symptomCircle/circlePicture.hbs` draws it. */
export function circlePicture(circle: Circle, language: Language) {
  const text = texts[language].symptomCircle;
  const signs = inOrder(circle);
  const places = new Map(signs.map((sign, index) => [sign, placeOf(sign, { index, count: signs.length, circle })]));
  const lines = circle.arrows.flatMap(({ from, to }) => {
    const [one, other] = [places.get(from), places.get(to)];
    return one && other ? [arrow(one, other, signs.length)] : [];
  });
  const desc = [
    ...circle.arrows.map(({ from, to }) => text.own.arrow(text.short[from], text.short[to])),
    ...(circle.start ? [`${text.own.beginHere}: ${text.short[circle.start]}.`] : []),
  ].join(' ');
  return {
    title: text.own.picture,
    desc,
    width: WIDTH,
    height: Math.max(...[...places.values()].map(({ y }) => y)) + ROW_HEIGHT / 2,
    boxes: [...places].map(([sign, place]) => ({ ...boxOf(place, sign === circle.start), label: text.short[sign] })),
    lines,
    unsaid: unsaidOf(signs, circle.arrows).flatMap(([from, to]) => {
      const [one, other] = [places.get(from), places.get(to)];
      return one && other ? [bent(one, other)] : [];
    }),
    beginHere: text.own.beginHere,
  };
}

/** Neighbouring signs that the person has not connected; a plain line between them closes the ring. */
function unsaidOf(signs: Sign[], arrows: Circle['arrows']): [Sign, Sign][] {
  const pairs = signs.map((sign, index): [Sign, Sign] => [sign, signs[(index + 1) % signs.length] ?? sign]);
  const isSaid = ([one, other]: [Sign, Sign]) =>
    arrows.some(({ from, to }) => (from === one && to === other) || (from === other && to === one));
  return signs.length < 3 ? [] : pairs.filter((pair) => !isSaid(pair));
}

/** Clockwise: the top, down the right column, the bottom, up the left column. */
function placeOf(sign: Sign, { index, count, circle }: { index: number; count: number; circle: Circle }): Place {
  const isLeft = index > count / 2;
  const row = isLeft ? count - index : index;
  const isMiddle = index === 0 || index === count / 2;
  return {
    index,
    x: isMiddle ? MIDDLE : MIDDLE + (isLeft ? -COLUMN : COLUMN),
    y: ROW_HEIGHT / 2 + row * ROW_HEIGHT,
    height: sign === circle.start ? START_HEIGHT : BOX.height,
  };
}

function boxOf({ x, y, height }: Place, isStart: boolean) {
  return {
    isStart,
    x: x - BOX.width / 2,
    y: y - height / 2,
    width: BOX.width,
    height,
    textX: x,
    textY: y + (isStart ? -5 : 5),
    beginY: y + 16,
  };
}

/** Neighbours are joined round the ring; others through the free space between the columns. */
function arrow(from: Place, to: Place, count: number): { path: string } {
  const steps = Math.abs(from.index - to.index);
  if (steps === 1 || steps === count - 1) return bent(from, to);
  return { path: from.x === MIDDLE && to.x === MIDDLE ? straight(from, to) : throughTheMiddle(from, to) };
}

/** How far the line between two neighbours bends outwards, so that all of them form a ring. */
const SWING = 26;

/** From the middle of one box, which covers that end, outwards to the edge of its neighbour. */
function bent(from: Place, to: Place): { path: string } {
  const side = Math.sign(from.x + to.x - 2 * MIDDLE);
  const down = from.y === to.y ? SWING : 0; // the two at the bottom
  const through = { x: (from.x + to.x) / 2 + side * SWING, y: (from.y + to.y) / 2 + down };
  const end = edgeOf(to, through);
  return { path: `M${from.x} ${from.y}Q${round(through.x)} ${round(through.y)} ${end.x} ${end.y}` };
}

/** From the middle of one box, which covers that end, to the edge of the other. */
function straight(from: Place, to: Place): string {
  const end = edgeOf(to, from);
  return `M${from.x} ${from.y}L${end.x} ${end.y}`;
}

/** Where a line from a point towards the middle of a box meets the box. */
function edgeOf({ x, y, height }: Place, from: { x: number; y: number }) {
  const [dx, dy] = [from.x - x, from.y - y];
  const scale = Math.min(
    dx === 0 ? Infinity : (BOX.width / 2 + GAP) / Math.abs(dx),
    dy === 0 ? Infinity : (height / 2 + GAP) / Math.abs(dy),
  );
  return { x: round(x + dx * scale), y: round(y + dy * scale) };
}

function throughTheMiddle(from: Place, to: Place): string {
  const [begin, end] = [sideOf(from, to, 0), sideOf(to, from, GAP)];
  return `M${begin.x} ${begin.y}C${MIDDLE} ${begin.turnY} ${MIDDLE} ${end.turnY} ${end.x} ${end.y}`;
}

/** Where an arrow from the middle meets a box, and at which height it turns there. */
function sideOf({ x, y, height }: Place, other: Place, gap: number) {
  if (x !== MIDDLE) return { x: x + Math.sign(MIDDLE - x) * (BOX.width / 2 + gap), y, turnY: y };
  const towards = Math.sign(other.y - y);
  return { x, y: y + towards * (height / 2 + gap), turnY: y + (towards * ROW_HEIGHT * 3) / 2 };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
