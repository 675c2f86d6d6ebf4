import type { RoomRoute, Visit } from '../../../http/route.ts';
import { courseIn } from '../../../content/find.ts';
import { ideasSwitch, type Ideas } from '../../ideas/index.ts';
import { comingWebinar } from '../../instructor/index.ts';
import { courseRoleOf } from './courseRole.ts';
import { leftOutOf } from './leftOut.ts';
import { entryOf, parseSchedule } from '../schedule/scheduleForm.ts';
import { schedulePart, type SchedulePartInput } from '../schedule/scheduleParts.ts';
import { changedLine } from './changedLine.ts';
import { endingAlert } from './endingAlert.ts';
import { pastRetention } from '../schedule/pastRetention.ts';
import { homeOf, staffInput, type StaffDeps } from './staffInput.ts';
import { classPage } from './staffPages.ts';

const SAVED = 'gemt';

interface ClassDeps extends StaffDeps {
  ideas: Ideas;
}

/** The instructor's front page, with the class's dates. */
export function classRoutes(deps: ClassDeps): RoomRoute[] {
  return [
    {
      method: 'get',
      path: '/',
      action: 'readAnswers',
      handle: (visit) => showClass(deps, visit, { saved: visit.req.query[SAVED] === '1', refused: undefined }),
    },
    {
      method: 'post',
      path: '/indstillinger',
      action: 'setUpRoom',
      handle: async (visit) => {
        const { viewer, req, res } = visit;
        const entry = entryOf(req.body);
        const { schedule, faults } = parseSchedule(entry, given(deps));
        if (!schedule) {
          res.status(422);
          return showClass(deps, visit, { saved: false, refused: { entry, faults } });
        }
        await deps.schedules.save(viewer.room, schedule, viewer.person);
        deps.log.info({ code: 'dates-changed', by: viewer.person, start: schedule.start }, 'room');
        res.redirect(303, `${homeOf(viewer)}?${SAVED}=1`);
      },
    },
    {
      // After a refused form the address is the form's own; reloading it shows the page.
      method: 'get',
      path: '/indstillinger',
      action: 'setUpRoom',
      handle: ({ viewer, res }) => res.redirect(303, homeOf(viewer)),
    },
  ];
}

function given({ courses, config, clock }: StaffDeps) {
  return {
    now: clock(),
    rhythms: courses.da.variants.map(({ id }) => id),
    isPast: pastRetention({ courses, config }, clock()),
  };
}

async function showClass(deps: ClassDeps, visit: Visit, form: Pick<SchedulePartInput, 'saved' | 'refused'>) {
  const { viewer, res } = visit;
  const schedule = await deps.schedules.of(viewer.room);
  const { language } = viewer;
  const course = courseIn(deps.courses, language);
  const settings = schedulePart({ ...form, course, schedule, home: homeOf(viewer), language });
  const page = classPage({ ...(await staffInput(deps, viewer)), schedule, now: deps.clock() });
  const [coming, changed, ending, leftOut, person, ideas] = await Promise.all([
    comingWebinar(deps, viewer),
    changedLine(deps, viewer),
    endingAlert(deps, viewer),
    leftOutOf(deps.rooms, viewer.room, language),
    deps.rooms.person(viewer.person),
    ideasSwitch(deps.ideas, viewer),
  ]);
  const about = { ideas, coming, changed, ending, leftOut, courseRole: courseRoleOf(person, language) };
  res.render('room/class', { ...page, settings, ...about, errors: settings.errors });
}
