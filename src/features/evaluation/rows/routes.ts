import type { Router } from 'express';
import type { Logger } from 'pino';
import type { Courses } from '../../../content/course.ts';
import type { Language } from '../../../domain/viewer.ts';
import type { AuditNotes } from '../../../http/auditLine.ts';
import type { Rooms } from '../../../rooms/rooms.ts';
import { texts } from '../../../text/texts.ts';
import type { ReadDeps, ReadTogether } from '../roomAnswers.ts';
import { csv, csvFile } from '../../../files/csv.ts';
import { codebookRows, dataFile, variablesOf } from './codebook.ts';
import { readRows } from './readRows.ts';
import { syntaxes } from './syntax.ts';

export interface RowRouteDeps extends ReadDeps, ReadTogether {
  rooms: Pick<Rooms, 'people' | 'all'>;
  courses: Courses;
  auditLog: AuditNotes;
  log: Logger;
}

/** The answers of people who agreed to it, row by row; below `/evaluering`, for signed-in evaluators. */
export function addRows(router: Router, deps: RowRouteDeps): void {
  // Looked up at each request, since editors publish while the program runs.
  const surveysNow = () => deps.courses.da.surveys ?? [];
  router.get('/data.csv', async (_req, res) => {
    const surveys = surveysNow();
    const found = await readRows(deps, { surveys, rooms: await deps.readAll(surveys) });
    await noteTaking(deps, found);
    const rows = found.flatMap((one) => one.rows).toSorted((one, other) => (one.person < other.person ? -1 : 1));
    res
      .attachment('data.csv')
      .type('text/csv; charset=utf-8')
      .send(dataFile(rows, variablesOf(surveys)));
  });
  router.get('/kodebog.csv', (_req, res) => {
    res
      .attachment('kodebog.csv')
      .type('text/csv; charset=utf-8')
      .send(csv(codebookRows(variablesOf(surveysNow()))));
  });
  router.get('/kodebog-regneark.csv', (_req, res) => {
    res
      .attachment('kodebog-regneark.csv')
      .type('text/csv; charset=utf-8')
      .send(csvFile(codebookRows(variablesOf(surveysNow()))));
  });
  for (const [name, syntaxOf] of Object.entries(syntaxes))
    router.get(`/${name}`, (_req, res) => {
      res
        .attachment(name)
        .type('text/plain; charset=utf-8')
        .send(syntaxOf(variablesOf(surveysNow())));
    });
}

/** Records the download in everyone's audit log, before the file is sent. */
async function noteTaking({ auditLog, log }: RowRouteDeps, found: Awaited<ReturnType<typeof readRows>>): Promise<void> {
  for (const { room, people } of found)
    await auditLog.note({ room: room.id, reader: '', role: 'evaluator', kind: 'rows', activity: '', whose: people });
  const rows = found.reduce((sum, one) => sum + one.rows.length, 0);
  log.info({ code: 'evaluation-rows-taken', rows }, 'evaluator');
}

/** The links to these files, in the shape that `views/evaluation/page.hbs` takes. */
export function rowLinks(place: string, language: Language) {
  const { rows } = texts[language].evaluation;
  return {
    ...rows,
    files: [
      { href: `${place}/data.csv`, label: rows.data },
      { href: `${place}/kodebog-regneark.csv`, label: rows.codebookSheet },
      { href: `${place}/kodebog.csv`, label: rows.codebook },
      ...Object.keys(syntaxes).map((name) => ({ href: `${place}/${name}`, label: rows.syntax(name) })),
    ],
  };
}
