import type { Courses } from '../../content/course.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { cameFrom } from '../../http/places.ts';
import { Problem } from '../../http/problem.ts';
import type { RoomRoute } from '../../http/route.ts';
import { texts } from '../../text/texts.ts';
import { can } from '../../http/actions.ts';
import { courseIn } from '../../content/find.ts';
import { indexPage, toolPage, type BoxInput } from './pages.ts';
import { queryOf } from './search.ts';
import { roomPath } from '../../http/roomPath.ts';

/** The toolbox's activity id (contract): a place to look things up, without answers or a grade. */
export const TOOLBOX = 'vaerktoejskasse';

export interface ToolboxDeps {
  courses: Courses;
}

/** The course book, always open to everyone in the room: an index with a search, and a page for each tool. */
export function toolboxRoutes({ courses }: ToolboxDeps): RoomRoute[] {
  const read = { method: 'get', action: 'readToolbox' } as const;
  return [
    { ...read, path: `/aktivitet/${TOOLBOX}`, handle: ({ viewer, res }) => res.redirect(303, baseOf(viewer)) },
    {
      ...read,
      path: `/${TOOLBOX}`,
      handle: ({ viewer, req, res }) =>
        res.render('toolbox/index', indexPage(boxOf(courses, viewer), queryOf(req.query['q']))),
    },
    {
      ...read,
      path: `/${TOOLBOX}/:tool`,
      handle: ({ viewer, req, res }) => {
        const box = boxOf(courses, viewer);
        const tool = box.toolbox.tools.find(({ id }) => id === req.params['tool']);
        if (!tool) throw new Problem('not-found');
        const from = cameFrom(req, roomPath(viewer.room));
        const back = from?.startsWith(roomPath(viewer.room, '/aktivitet/')) ? from : undefined;
        res.render('toolbox/tool', toolPage(box, tool, back));
      },
    },
  ];
}

function baseOf(viewer: Viewer) {
  return roomPath(viewer.room, `/${TOOLBOX}`);
}

/** The toolbox in the viewer's language; in Danish, and marked as such, if it has not been translated. */
function boxOf(courses: Courses, viewer: Viewer): BoxInput & { toRoom: string } {
  const { language } = viewer;
  const { toolbox: own, modules } = courseIn(courses, language);
  const toolbox = own ?? courses.da.toolbox;
  if (!toolbox) throw new Problem('not-found');
  const { toWeek, toRoom } = texts[language].common.problem;
  return {
    toolbox,
    lang: own === undefined && language !== 'da' ? 'da' : '',
    home: roomPath(viewer.room),
    base: baseOf(viewer),
    language,
    modules,
    toRoom: can(viewer.role, 'answerActivity') ? toWeek : toRoom,
  };
}
