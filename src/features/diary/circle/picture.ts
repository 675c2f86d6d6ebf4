import type { Language } from '../../../domain/viewer.ts';
import { texts } from '../../../text/texts.ts';
import type { Circle, Sign } from './signs.ts';

// Drawn for a width of 280, which a phone shows in full size. Boxes stand on an oval, higher than it is wide, so that the
// words in two of them side by side have room.
const WIDTH = 280;
const BOX = { width: 116, height: 34 };
const START_HEIGHT = 54;
const OVAL = { x: 80, y: 152 };

interface Point {
  x: number;
  y: number;
}

/** The signs in the order in which one leads to the next, as far as they do: so that arrows go round. */
export const inOrder = ({ noticed, arrows, start }: Pick<Circle, 'noticed' | 'arrows' | 'start'>): Sign[] => {
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
};

/** The circle as `views/partials/circle-picture.hbs` draws it. */
export const circlePicture = (circle: Circle, language: Language) => {
  const text = texts[language].symptomCircle;
  const signs = inOrder(circle);
  const places = new Map(signs.map((sign, index) => [sign, placeOf(index, signs.length)]));
  const height = Math.ceil(Math.max(...[...places.values()].map(({ y }) => y))) + START_HEIGHT / 2 + 6;
  const boxes = signs.map((sign) => ({ ...boxOf(sign, circle, places), label: text.short[sign] }));
  const lines = circle.arrows.flatMap(({ from, to }) => {
    const [one, other] = [places.get(from), places.get(to)];
    return one && other ? [lineBetween(one, other, to === circle.start ? START_HEIGHT : BOX.height)] : [];
  });
  const desc = [
    ...circle.arrows.map(({ from, to }) => text.own.arrow(text.short[from], text.short[to])),
    ...(circle.start ? [`${text.own.beginHere}: ${text.short[circle.start]}.`] : []),
  ].join(' ');
  return { title: text.own.picture, desc, width: WIDTH, height, boxes, lines, beginHere: text.own.beginHere };
};

/** Clockwise from the top; one alone, or two, stand below each other. */
const placeOf = (index: number, count: number): Point => {
  const angle = (2 * Math.PI * index) / count;
  const radius = count < 3 ? { x: 0, y: 70 } : { x: OVAL.x, y: count < 6 ? 110 : OVAL.y };
  return {
    x: round(WIDTH / 2 + radius.x * Math.sin(angle)),
    y: round(START_HEIGHT / 2 + 6 + radius.y * (1 - Math.cos(angle))),
  };
};

const boxOf = (sign: Sign, { start }: Circle, places: Map<Sign, Point>) => {
  const { x, y } = places.get(sign) ?? { x: 0, y: 0 };
  const isStart = sign === start;
  const height = isStart ? START_HEIGHT : BOX.height;
  return {
    isStart,
    x: round(x - BOX.width / 2),
    y: round(y - height / 2),
    width: BOX.width,
    height,
    textX: x,
    textY: round(y + (isStart ? -5 : 5)),
    beginY: round(y + 16),
  };
};

/** From the middle of one box, which is drawn over it, to the edge of the other. */
const lineBetween = (from: Point, to: Point, height: number) => {
  const [dx, dy] = [from.x - to.x, from.y - to.y];
  const scale = Math.min(
    dx === 0 ? Infinity : (BOX.width / 2 + 3) / Math.abs(dx),
    dy === 0 ? Infinity : (height / 2 + 3) / Math.abs(dy),
  );
  return { x1: from.x, y1: from.y, x2: round(to.x + dx * scale), y2: round(to.y + dy * scale) };
};

const round = (value: number): number => Math.round(value * 10) / 10;
