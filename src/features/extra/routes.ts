import type { Courses } from '../../content/course.ts';
import { courseIn } from '../../content/find.ts';
import { can } from '../../http/actions.ts';
import { Problem } from '../../http/problem.ts';
import { roomPath } from '../../http/roomPath.ts';
import type { RoomRoute } from '../../http/route.ts';
import { texts } from '../../text/texts.ts';
import { extraPage } from './page.ts';

/** The optional reading, open to everyone in the room at any time, like the toolbox. Nobody records who reads it. */
export function extraRoutes({ courses }: { courses: Courses }): RoomRoute[] {
  return [
    {
      method: 'get',
      path: '/vil-du-mere/:modul',
      action: 'readToolbox',
      handle: ({ viewer: { language, role, room }, req, res }) => {
        const course = courseIn(courses, language);
        const module = course.modules.find(({ id }) => id === req.params['modul']);
        const { toWeek, toRoom } = texts[language].common.problem;
        const back = can(role, 'answerActivity') ? toWeek : toRoom;
        const page = module && extraPage({ course, module, home: roomPath(room), language, toRoom: back });
        if (!page) throw new Problem('not-found');
        res.render('extra/extra', page);
      },
    },
  ];
}
