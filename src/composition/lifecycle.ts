import type { CourseWatch } from '../content/package/watchPackage.ts';
import type { Editing } from '../features/editing/index.ts';
import type { keepErasing } from '../features/privacy/index.ts';
import type { HitCounts } from '../http/hitCounts.ts';
import type { Stopping } from '../http/stopping.ts';
import type { Views } from '../http/views.ts';
import type { Lti } from '../lti/index.ts';
import type { Rooms } from '../rooms/rooms.ts';
import type { Store } from '../store/port.ts';
import type { connectReminders } from './reminders.ts';
import type { SandboxRoom } from './sandboxRoom.ts';

/** The parts that run by themselves, or hold something open. */
interface Running {
  courseWatch: CourseWatch | undefined;
  views: Pick<Views, 'close'>;
  hitCounts: Pick<HitCounts, 'close'>;
  store: Pick<Store, 'close'>;
  rooms: Pick<Rooms, 'all' | 'gradebooks'>;
  served: Editing['served'];
  lti: Pick<Lti, 'reporter' | 'close'>;
  reminders: Pick<Awaited<ReturnType<typeof connectReminders>>, 'worker'>;
  sandbox: SandboxRoom | undefined;
  erasing: ReturnType<typeof keepErasing>;
  stopping: Stopping;
}

/** How the program begins its work once it listens, and how it ends. */
export function lifecycleOf({ courseWatch, views, hitCounts, store, rooms, served, lti, reminders, ...own }: Running) {
  const { sandbox, erasing, stopping } = own;
  return {
    /** Call this once the tool listens. */
    begin: async () => {
      await erasing.start();
      // For rooms from before they knew their columns.
      await rooms.gradebooks.begin(await rooms.all());
      served.start();
      lti.reporter.start();
      reminders.worker.start();
      await sandbox?.begin();
      stopping.begun = true;
    },
    /** Call this when the process has been asked to stop: no score or message is begun any more. */
    rest: () => {
      void lti.reporter.stop();
      void reminders.worker.stop();
    },
    /** Call this when no request is left. */
    close: async () => {
      served.stop();
      courseWatch?.close();
      views.close();
      await erasing.stop();
      await reminders.worker.stop();
      await lti.close();
      hitCounts.close();
      await sandbox?.close();
      await store.close();
    },
  };
}
