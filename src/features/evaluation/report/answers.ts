import type { Response } from 'express';
import type { Language } from '../../../domain/viewer.ts';
import { Problem } from '../../../http/problem.ts';
import { drawingOf } from './drawing.ts';
import type { ReportSection } from './figure.ts';
import { reportCsv, reportJson, reportSheet } from './files.ts';

/** Forms of the report other than the page, by how their address ends. */
export const reportForms = ['.csv', '-regneark.csv', '.json'] as const;
export type ReportForm = (typeof reportForms)[number];

export function sendReport(res: Response, sections: readonly ReportSection[], form: ReportForm): void {
  res.attachment(`rapport${form}`);
  if (form === '.json') res.json(reportJson(sections));
  else res.type('text/csv; charset=utf-8').send(form === '.csv' ? reportCsv(sections) : reportSheet(sections));
}

/** @throws {Problem} `not-found` if the report has no such figure, or may not show it */
export function sendDrawing(res: Response, sections: readonly ReportSection[], of: { id: string; language: Language }) {
  const figure = sections.flatMap(({ figures }) => figures).find(({ id }) => id === of.id);
  if (!figure) throw new Problem('not-found');
  res.type('image/svg+xml; charset=utf-8').send(drawingOf(figure, of.language));
}
