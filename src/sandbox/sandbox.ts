import { Router } from 'express';
import { createCore, type Core, type SandboxOptions } from './core.ts';
import type { Activity } from './course/activities.ts';
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
export type { RegisterOptions } from './registration/registerWithTool.ts';
export { NotRegistered } from './registration/registerWithTool.ts';

/** A complete LTI 1.3 platform with one course room, for trying the tool and for its tests. */
export interface Sandbox {
  /** To be mounted at the path of the issuer, ahead of anything that reads bodies. */
  router: Router;
  /**
   * Registers the tool by dynamic registration, once; patient while the tool is not up.
   * @throws {NotRegistered} where the tool refuses, or never came up.
   */
  registerWithTool(options?: RegisterOptions): Promise<void>;
  isRegistered(): Promise<boolean>;
  registration(): Promise<Registration | undefined>;
  /** What it is to do wrong; all right at first. */
  misbehave: Misbehaviour;
  /** What the tool has asked of it. */
  requests: RequestRecord;
  course: CourseRoom;
  /** Signs with a new key from now on; gives its kid. */
  rotateKey(): Promise<string>;
}

export interface CourseRoom {
  activities(): Promise<Activity[]>;
  /** With `graded`, a column of 100 points is made, coupled as by a deep linking item. */
  addActivity(activity: NewActivity): Promise<Activity>;
  removeActivity(id: string): Promise<void>;
  lineItems(): Promise<LineItem[]>;
  grades(): Promise<Grade[]>;
}

export interface NewActivity {
  title: string;
  text?: string;
  custom?: Record<string, string>;
  container?: Activity['container'];
  url?: string;
  graded?: { resourceId: string; tag: string; scoreMaximum?: number };
}

const courseRoom = (core: Core): CourseRoom => ({
  activities: () => core.activities.all(),
  addActivity: async ({ graded, ...given }) => {
    const activity = await core.activities.add({ text: '', custom: {}, container: 'frame', url: '', ...given });
    if (graded) {
      const { scoreMaximum = 100, ...item } = graded;
      await core.lineItems.add({ ...item, scoreMaximum, label: activity.title, activity: activity.id });
    }
    return activity;
  },
  removeActivity: (id) => removeActivity(core, id),
  lineItems: () => core.lineItems.all(),
  grades: () => core.grades.all(),
});

/** Opens the sandbox on a store; its keys, registration, course and gradebook are those of the last time. */
export const createSandbox = async (options: SandboxOptions): Promise<Sandbox> => {
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
    course: courseRoom(core),
    rotateKey: () => core.keys.rotate(),
  };
};
