import { Problem } from '../../http/problem.ts';
import { roomPath } from '../../http/roomPath.ts';
import type { RoomRoute, Visit } from '../../http/route.ts';
import { texts } from '../../text/texts.ts';
import { dateInWords } from '../../text/times.ts';
import { dayOf } from '../../domain/week.ts';
import { classOf, type OverviewDeps } from '../classOverview/index.ts';
import { municipalitiesIn, rowsFor, statementFile, statementOf, UNKNOWN } from './statement.ts';

const PATH = '/opgoerelse';

/** The statement of a class for one municipality's coordinator, on a page for print and as a file. */
export function municipalityRoutes(deps: OverviewDeps): RoomRoute[] {
  return [
    { method: 'get', path: PATH, action: 'tellMunicipality', handle: (visit) => show(deps, visit) },
    { method: 'get', path: `${PATH}.csv`, action: 'tellMunicipality', handle: (visit) => download(deps, visit) },
  ];
}

/** @throws {Problem} `not-found` for a municipality that nobody of the class belongs to */
async function read(deps: OverviewDeps, visit: Visit) {
  const { viewer, req } = visit;
  const of = await classOf(deps, viewer);
  const municipalities = municipalitiesIn(of);
  const hasUnknown = rowsFor(of, UNKNOWN).length > 0 || municipalities.length === 0;
  const known = [...municipalities, ...(hasUnknown ? [UNKNOWN] : [])];
  const { kommune } = req.query;
  const asked = typeof kommune === 'string' ? kommune : known.length === 1 ? known[0] : undefined;
  if (asked !== undefined && !known.includes(asked)) throw new Problem('not-found');
  const rows = asked === undefined ? [] : rowsFor(of, asked);
  return { known, asked, rows, statement: statementOf(of, rows, viewer.language) };
}

/** People are told that a statement names them. */
function note({ noteInAuditLog }: Visit, { rows }: Awaited<ReturnType<typeof read>>): Promise<void> {
  const whose = rows.flatMap(({ participant: { person } }) => person ?? []);
  return noteInAuditLog({ kind: 'statement', activity: '', whose });
}

async function show(deps: OverviewDeps, visit: Visit): Promise<void> {
  const { viewer, res } = visit;
  const found = await read(deps, visit);
  const { known, asked, statement } = found;
  if (asked !== undefined) await note(visit, found);
  const text = texts[viewer.language].municipality;
  const { statement: words, caseWorker } = text;
  const labelOf = (name: string) => (name === UNKNOWN ? words.unknown : name);
  const room = await deps.rooms.room(viewer.room);
  res.render('municipality/statement', {
    title: words.title,
    wide: true,
    back: roomPath(viewer.room, '/hold'),
    choices: known.map((name) => ({
      href: roomPath(viewer.room, `${PATH}?${new URLSearchParams({ kommune: name }).toString()}`),
      label: labelOf(name),
      isCurrent: name === asked,
    })),
    isAlone: known.length === 1 && asked === UNKNOWN,
    chosen: asked !== undefined && {
      heading: words.heading(room?.title ?? '', labelOf(asked)),
      day: words.day(dateInWords(dayOf(deps.clock()), viewer.language)),
      file: roomPath(viewer.room, `${PATH}.csv?${new URLSearchParams({ kommune: asked }).toString()}`),
      ...statement,
    },
    sheet: caseWorker.path,
  });
}

async function download(deps: OverviewDeps, visit: Visit): Promise<void> {
  const found = await read(deps, visit);
  if (found.asked === undefined) throw new Problem('not-found');
  await note(visit, found);
  visit.res.attachment('opgoerelse.csv').type('text/csv; charset=utf-8').send(statementFile(found.statement));
}
