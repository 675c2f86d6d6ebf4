import type { Deps } from './deps.ts';
import { kindRoutes } from './activities/kinds.ts';
import { absenceRoutes } from './features/absence/index.ts';
import { attendanceRoutes } from './features/attendance/index.ts';
import { auditLogRoutes } from './features/auditLog/index.ts';
import { moodRoutes } from './features/diary/index.ts';
import { evaluationRoutes } from './features/evaluation/index.ts';
import { municipalityRoutes } from './features/municipality/index.ts';
import { instructorRoutes } from './features/instructor/index.ts';
import { classOverviewRoutes, messageRoutes } from './features/classOverview/index.ts';
import { pickerRoutes } from './features/picker/index.ts';
import { courseBookRoutes } from './features/courseBook/index.ts';
import { extraRoutes } from './features/extra/index.ts';
import { privacyRoutes } from './features/privacy/index.ts';
import { closedActivity, roomRoutes, unknownActivity } from './features/room/index.ts';
import { remindersRoutes } from './features/reminders/index.ts';
import { toolboxRoutes } from './features/toolbox/index.ts';
import { takeAlongRoutes } from './features/takeAlong/index.ts';
import { greetingRoutes } from './features/greeting/index.ts';
import { lookBackRoutes } from './features/lookBack/index.ts';
import { ideasRoutes } from './features/ideas/index.ts';
import { repliesRoutes } from './features/replies/index.ts';
import { circleRoutes } from './features/symptomCircle/index.ts';
import { signOutRoutes } from './features/signOut/index.ts';
import { wholeWindowRoutes } from './features/wholeWindow/index.ts';
import type { RoomRoute } from './http/route.ts';

/** Every page and form of a room. If several share a path, the first that this viewer may use answers. */
export function routesOf(deps: Deps): RoomRoute[] {
  return [
    ...toolboxRoutes(deps),
    ...extraRoutes(deps),
    ...courseBookRoutes(deps),
    ...moodRoutes(deps),
    ...circleRoutes(deps),
    ...signOutRoutes(deps),
    ...wholeWindowRoutes(deps),
    ...takeAlongRoutes(deps),
    ...lookBackRoutes(deps),
    ...privacyRoutes(deps),
    ...roomRoutes(deps),
    closedActivity(deps),
    ...kindRoutes(deps),
    ...evaluationRoutes(deps),
    ...remindersRoutes(deps),
    ...instructorRoutes(deps),
    ...repliesRoutes(deps),
    ...greetingRoutes(deps),
    ...ideasRoutes(deps),
    ...classOverviewRoutes(deps),
    ...messageRoutes(deps),
    ...municipalityRoutes(deps),
    ...absenceRoutes(deps),
    ...attendanceRoutes(deps),
    ...auditLogRoutes(deps),
    ...pickerRoutes(deps),
    unknownActivity,
  ];
}
