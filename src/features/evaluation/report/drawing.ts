import Handlebars from 'handlebars';
import type { Language } from '../../../domain/viewer.ts';
import { cut } from '../cut.ts';
import { inNumbers } from '../numbers.ts';
import type { Part, ReportFigure } from './figure.ts';

const { escapeExpression } = Handlebars;

const WIDTH = 800;
const ROW = 44;
const TOP = 72;
const BAR_FROM = 330;
const BAR_WIDTH = 330;
/** Characters of a title's line, and of a label. */
const MOST = { title: 78, label: 40 } as const;

/** A figure as a drawing of its own (SVG), for a report or slides. It needs no style sheet and no font of ours. */
export function drawingOf(figure: ReportFigure, language: Language): string {
  const height = TOP + figure.parts.length * ROW + 20;
  const rows = figure.parts.map((part, index) => rowOf(part, { y: TOP + index * ROW, language, kind: figure.kind }));
  const n = figure.n === undefined ? '' : `<text x="20" y="56" font-size="15" fill="#555">n = ${figure.n}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" font-family="Arial, Helvetica, sans-serif">`,
    `<title>${escapeExpression(figure.title)}</title>`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    `<text x="20" y="32" font-size="19" font-weight="bold" fill="#222">${escapeExpression(cut(figure.title, MOST.title))}</text>`,
    n,
    ...rows,
    '</svg>',
  ].join('\n');
}

interface RowInput {
  y: number;
  language: Language;
  kind: ReportFigure['kind'];
}

function rowOf(part: Part, { y, language, kind }: RowInput): string {
  const width = Math.round(Math.min(1, Math.max(0, part.share)) * BAR_WIDTH * 10) / 10;
  return [
    `<text x="20" y="${y + 20}" font-size="15" fill="#222">${escapeExpression(cut(part.label, MOST.label))}</text>`,
    `<rect x="${BAR_FROM}" y="${y}" width="${BAR_WIDTH}" height="28" fill="#eee"/>`,
    `<rect x="${BAR_FROM}" y="${y}" width="${width}" height="28" fill="#7a2e5d"/>`,
    `<text x="${BAR_FROM + BAR_WIDTH + 10}" y="${y + 20}" font-size="15" fill="#222">${escapeExpression(numberOf(part, language, kind))}</text>`,
  ].join('');
}

/** The number beside a bar. */
export function numberOf(part: Part, language: Language, kind: ReportFigure['kind']): string {
  const { two, signed, percent } = inNumbers(language);
  if (part.mean === undefined) return `${percent(part.share)} (${part.count ?? 0})`;
  return `${kind === 'changes' ? signed(part.mean) : two(part.mean)}${part.n === undefined ? '' : ` (n=${part.n})`}`;
}
