import { fieldIn } from '../../http/fieldIn.ts';
import { Problem } from '../../http/problem.ts';
import { roomPath } from '../../http/roomPath.ts';
import type { RoomRoute, Visit } from '../../http/route.ts';
import { texts } from '../../text/texts.ts';
import { classOf, type OverviewDeps } from '../classOverview/index.ts';
import { COORDINATOR_PLACE } from './coordinator.ts';
import type { StatementLinks } from './links.ts';
import { labelOf, statementShown } from './shown.ts';
import { municipalitiesIn, rowsFor, statementFile, statementOf, UNKNOWN } from './statement.ts';

const PATH = '/opgoerelse';
const LINK = `${PATH}/link`;

export interface StatementDeps extends OverviewDeps {
  statementLinks: Pick<StatementLinks, 'make'>;
  config: OverviewDeps['config'] & { toolUrl: string };
}

/**
 * The statement of a class for one municipality's coordinator: on a page for print, as a file, and by a link for them.
 */
export function municipalityRoutes(deps: StatementDeps): RoomRoute[] {
  return [
    { method: 'get', path: PATH, action: 'tellMunicipality', handle: (visit) => show(deps, visit) },
    { method: 'get', path: `${PATH}.csv`, action: 'tellMunicipality', handle: (visit) => download(deps, visit) },
    { method: 'post', path: LINK, action: 'tellMunicipality', handle: (visit) => makeLink(deps, visit) },
    {
      // Reloading the page of a link would make another one.
      method: 'get',
      path: LINK,
      action: 'tellMunicipality',
      handle: ({ viewer, res }) => res.redirect(303, roomPath(viewer.room, PATH)),
    },
  ];
}

/** The class and the requested statement. If there is only one municipality, the address need not name it. */
async function read(deps: OverviewDeps, { viewer }: Visit, kommune: unknown) {
  const of = await classOf(deps, viewer);
  const municipalities = municipalitiesIn(of);
  const hasUnknown = rowsFor(of, UNKNOWN).length > 0 || municipalities.length === 0;
  const known = [...municipalities, ...(hasUnknown ? [UNKNOWN] : [])];
  const asked = typeof kommune === 'string' ? kommune : known.length === 1 ? known[0] : undefined;
  const rows = asked === undefined ? [] : rowsFor(of, asked);
  const isThere = asked !== undefined && known.includes(asked);
  return { known, asked, isThere, rows, statement: statementOf(of, rows, viewer.language) };
}

/** Records in the audit log of everyone in a statement that it was made. */
function note({ noteInAuditLog }: Visit, { rows }: Awaited<ReturnType<typeof read>>): Promise<void> {
  const whose = rows.flatMap(({ participant: { person } }) => person ?? []);
  return noteInAuditLog({ kind: 'statement', activity: '', whose });
}

async function show(deps: OverviewDeps, visit: Visit): Promise<void> {
  const { viewer, req, res } = visit;
  const found = await read(deps, visit, req.query['kommune']);
  const { known, asked, statement } = found;
  if (asked !== undefined && !found.isThere) throw new Problem('not-found');
  if (asked !== undefined) await note(visit, found);
  const { language } = viewer;
  const { statement: words, caseWorker } = texts[language].municipality;
  const room = await deps.rooms.room(viewer.room);
  const file = roomPath(viewer.room, `${PATH}.csv?${new URLSearchParams({ kommune: asked ?? '' }).toString()}`);
  res.render('municipality/statement', {
    title: words.title,
    wide: true,
    back: roomPath(viewer.room, '/hold'),
    choices: known.map((name) => ({
      href: roomPath(viewer.room, `${PATH}?${new URLSearchParams({ kommune: name }).toString()}`),
      label: labelOf(name, language),
      isCurrent: name === asked,
    })),
    isAlone: known.length === 1 && asked === UNKNOWN,
    chosen:
      asked !== undefined &&
      statementShown({ room, municipality: asked, statement, file, now: deps.clock(), language }),
    // Nobody coordinates those whose municipality is not known.
    link: asked !== undefined && asked !== UNKNOWN && { action: roomPath(viewer.room, LINK), municipality: asked },
    sheet: caseWorker.path,
  });
}

async function download(deps: OverviewDeps, visit: Visit): Promise<void> {
  const found = await read(deps, visit, visit.req.query['kommune']);
  if (!found.isThere) throw new Problem('not-found');
  await note(visit, found);
  visit.res.attachment('opgoerelse.csv').type('text/csv; charset=utf-8').send(statementFile(found.statement));
}

/** The link is shown on this page alone, and stored nowhere. */
async function makeLink(deps: StatementDeps, visit: Visit): Promise<void> {
  const { viewer, req, res } = visit;
  const municipality = fieldIn(req, 'kommune');
  const found = await read(deps, visit, municipality);
  if (!found.isThere || municipality === UNKNOWN) {
    res.redirect(303, roomPath(viewer.room, PATH));
    return;
  }
  await note(visit, found);
  const token = await deps.statementLinks.make({ room: viewer.room, municipality });
  const text = texts[viewer.language].municipality;
  res.render('municipality/link', {
    title: text.forCoordinator.madeTitle,
    lead: text.forCoordinator.once(municipality),
    address: `${deps.config.toolUrl}${COORDINATOR_PLACE}/${token}`,
    back: roomPath(viewer.room, `${PATH}?${new URLSearchParams({ kommune: municipality }).toString()}`),
  });
}
