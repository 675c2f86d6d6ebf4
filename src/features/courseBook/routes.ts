import type { Courses } from '../../content/course.ts';
import { courseIn } from '../../content/find.ts';
import { roomPath } from '../../http/roomPath.ts';
import type { RoomRoute } from '../../http/route.ts';
import { bookPage } from './page.ts';

/** All texts of the course on one page, to print. It depends on nothing about the reader except the language. */
export function courseBookRoutes({ courses }: { courses: Courses }): RoomRoute[] {
  return [
    {
      method: 'get',
      path: '/kursusbog',
      action: 'readToolbox',
      handle: ({ viewer: { language, room }, res }) => {
        const course = courseIn(courses, language);
        const danish = course.toolbox === undefined && language !== 'da' ? courses.da.toolbox : undefined;
        res.render('courseBook/book', bookPage({ course, danish, language, home: roomPath(room) }));
      },
    },
  ];
}
