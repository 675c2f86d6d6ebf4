import { Router } from 'express';
import { createCore, type Core, type SandboxOptions } from './core.ts';
import type { Activity } from './course/activities.ts';
import { copyCourse } from './course/copyCourse.ts';
import { originalCourse, type Course } from './course/courses.ts';
import type { Grade } from './course/grades.ts';
import type { LineItem } from './course/lineItems.ts';
import { removeActivity } from './course/removeActivity.ts';
import type { Misbehaviour } from './misbehaviour.ts';
import { pageRoutes } from './pages/routes.ts';
import type { Registration } from './registration/registrations.ts';
import { isRegistered, registerWithTool, type RegisterOptions } from './registration/registerWithTool.ts';
import type { RequestRecord } from './requestRecord.ts';
import { serviceRoutes } from './services/routes.ts';

export type { SandboxOptions } from './core.ts';
export { NotRegistered } from './registration/registerWithTool.ts';

/** A complete LTI 1.3 platform with one course room, for trying the tool and for its tests. */
export interface Sandbox {
  /** Mount this at the path of the issuer, before anything that reads bodies. */
  router: Router;
  /**
   * Registers the tool by dynamic registration, once; keeps trying while the tool is not running.
   * @throws {NotRegistered} if the tool refuses, or never starts
   */
  registerWithTool(options?: RegisterOptions): Promise<void>;
  isRegistered(): Promise<boolean>;
  registration(): Promise<Registration | undefined>;
  /** What it does wrong; nothing at first. */
  misbehave: Misbehaviour;
  /** The requests that the tool has made to it. */
  requests: RequestRecord;
  course: CourseRoom;
  /** Signs with a new key from now on; returns its kid. */
  rotateKey(): Promise<string>;
}

export interface CourseRoom {
  /** Its context. */
  id: string;
  activities(): Promise<Activity[]>;
  /** With `graded`, a column of 100 points is made and coupled, as for a deep linking item. */
  addActivity(activity: NewActivity): Promise<Activity>;
  removeActivity(id: string): Promise<void>;
  lineItems(): Promise<LineItem[]>;
  grades(): Promise<Grade[]>;
  /** Copies the course as an LMS does: a new room, with new links and columns and without grades. */
  copy(): Promise<CourseRoom>;
}

interface NewActivity {
  title: string;
  text?: string;
  custom?: Record<string, string>;
  container?: Activity['container'];
  url?: string;
  graded?: { resourceId: string; tag: string; scoreMaximum?: number };
}

function courseRoom(core: Core, course: Course): CourseRoom {
  return {
    id: course.id,
    activities: () => core.activities.of(course.id),
    addActivity: async ({ graded, ...given }) => {
      const activity = await core.activities.add({
        course: course.id,
        text: '',
        custom: {},
        container: 'frame',
        url: '',
        ...given,
      });
      if (graded) {
        const { scoreMaximum = 100, ...item } = graded;
        const column = { ...item, scoreMaximum, label: activity.title, activity: activity.id };
        await core.lineItems.add({ course: course.id, ...column });
      }
      return activity;
    },
    removeActivity: (id) => removeActivity(core, id),
    lineItems: () => core.lineItems.of(course.id),
    grades: async () => {
      const columns = (await core.lineItems.of(course.id)).map(({ id }) => id);
      return (await core.grades.all()).filter(({ lineItem }) => columns.includes(lineItem));
    },
    copy: async () => courseRoom(core, await copyCourse(core, course)),
  };
}

/** Opens the sandbox on a store, with the keys, registration, course and gradebook that are stored there. */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const core = await createCore(options);
  const router = Router();
  router.use(serviceRoutes(core), pageRoutes(core));
  return {
    router,
    registerWithTool: (how) => registerWithTool(core, how),
    isRegistered: () => isRegistered(core),
    registration: () => core.registrations.current(),
    misbehave: core.misbehave,
    requests: core.requests,
    course: courseRoom(core, originalCourse),
    rotateKey: () => core.keys.rotate(),
  };
}
