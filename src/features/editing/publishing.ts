import type { Fault } from '../../content/faults.ts';
import type { Day } from '../../domain/week.ts';
import type { CheckDraft } from './checking.ts';
import type { Draft } from './draft.ts';
import type { Served } from './served.ts';
import type { Contents } from './store/contents.ts';
import type { Version, VersionFile, Versions } from './store/versions.ts';

export interface Publishing {
  /** Publishes the draft as the version after `after`. */
  publish(order: Order): Promise<Outcome>;
  /** Publishes an earlier version again, as the version after `after`. The draft stays as it is. */
  bringBack(number: number, order: Order): Promise<Outcome>;
}

interface Order {
  /** The newest version that the editor has seen. A newer one must be looked at first. */
  after: number;
  note: string;
  /** First day of the rooms that get it; empty for all rooms. */
  from: Day;
}

type Outcome =
  | { kind: 'published'; version: Version }
  /** Another version was published meanwhile. */
  | { kind: 'overtaken' }
  /** What keeps the draft from being published; never empty. */
  | { kind: 'faults'; faults: Fault[] }
  | { kind: 'no-such-version' };

interface PublishingDeps {
  draft: Draft;
  checkDraft: CheckDraft;
  versions: Versions;
  contents: Contents;
  served: Served;
  courseId: string;
}

export function createPublishing({
  draft,
  checkDraft,
  versions,
  contents,
  served,
  courseId,
}: PublishingDeps): Publishing {
  const put = async ({ after, ...order }: Order, version: Pick<Version, 'files' | 'bringsBack'>): Promise<Outcome> => {
    const published = await versions.publish(after, { ...order, ...version });
    await served.refresh();
    return published ? { kind: 'published', version: published } : { kind: 'overtaken' };
  };
  return {
    publish: async (order) => {
      await served.refresh();
      if (order.after !== served.published().length) return { kind: 'overtaken' };
      const files = await draft.files();
      const { courses, faults, hard } = await checkDraft(files);
      const stopping = faults.filter((fault) => !hard.includes(fault));
      if (courses && courses.da.id !== courseId) stopping.push(otherId(courseId));
      if (stopping.length > 0) return { kind: 'faults', faults: stopping };
      // From here on, the version depends neither on the draft nor on the disk.
      await keepAll({ draft, contents }, [...files.values()]);
      return put(order, { files: [...files.values()] });
    },
    bringBack: async (number, order) => {
      await served.refresh();
      const found = number === 0 ? { files: [] } : await versions.get(number);
      if (!found) return { kind: 'no-such-version' };
      return put(order, { files: found.files, bringsBack: number });
    },
  };
}

/** How many files are stored at a time: a store on a network answers several as fast as one. */
const AT_ONCE = 8;

async function keepAll({ draft, contents }: Pick<PublishingDeps, 'draft' | 'contents'>, files: VersionFile[]) {
  const waiting = files.filter(({ hash }) => !contents.isKept(hash));
  const keepRest = async () => {
    for (let file; (file = waiting.pop());) await contents.keep(await draft.read(file));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, keepRest));
}

/** Answers and columns belong to a course by its id, and its files are served below it. */
function otherId(courseId: string): Fault {
  const message = {
    da: `id skal blive ved med at være "${courseId}". Skriv det, som det var.`,
    en: `id must stay "${courseId}"; write it as it was`,
  };
  return { file: 'course.yaml', line: 1, column: 1, message };
}
