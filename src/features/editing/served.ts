import type { Logger } from 'pino';
import { readCourseFiles } from '../../activities/course.ts';
import type { Course, Courses } from '../../content/course.ts';
import { inRhythm } from '../../content/rhythm.ts';
import type { Facts } from '../../content/facts.ts';
import { createCurrentCourses, type CurrentCourses } from '../../content/currentCourses.ts';
import { faultLine } from '../../content/faults.ts';
import { filesByHash } from '../../content/package/packageFiles.ts';
import type { Day } from '../../domain/week.ts';
import type { Contents } from './store/contents.ts';
import type { CourseFolder } from './store/folder.ts';
import type { Version, Versions } from './store/versions.ts';

/** In milliseconds: how often this process looks for versions that another process has published. */
const LOOKS_EVERY = 2000;

export interface Served {
  /** See `CurrentCourses`. */
  current: Omit<CurrentCourses, 'use'>;
  /** The newest version that is for this room. */
  coursesOf: (room: string) => Promise<Courses>;
  /** The versions that rooms may have now: the newest for all, and those for later rooms since. */
  inUse: () => Promise<Courses[]>;
  /** The course of one version; undefined if there is none, or this program cannot read it. */
  courseOf: (number: number) => Promise<Courses | undefined>;
  /** Every published version, oldest first. */
  published: () => readonly Version[];
  /** Looks for versions that have been published since. */
  refresh: () => Promise<void>;
  start: () => void;
  stop: () => void;
}

export interface ServedDeps {
  versions: Versions;
  contents: Contents;
  /** The files of the package on disk, which most files of a version are identical to. */
  folder: Pick<CourseFolder, 'find'>;
  /** The package on disk: version 0. */
  disk: Courses;
  /** What the texts of later versions take from the settings. */
  facts: Facts;
  /** The first day of a room: of its first week, or else the day it was made. */
  beginningOf: (room: string) => Promise<Day>;
  /** Id of the rhythm that a room has chosen; empty for one module a week. */
  rhythmOf: (room: string) => Promise<string>;
  log: Logger;
}

/** Serves each room the newest version that is for it. The versions are read one by one, as rooms need them. */
export async function createServed(deps: ServedDeps): Promise<Served> {
  const { disk, beginningOf, rhythmOf, log } = deps;
  const current = createCurrentCourses(disk);
  const { published, loaded, refresh } = createPublished(deps, current);
  await refresh();
  let timer: NodeJS.Timeout | undefined;
  return {
    current,
    published: () => published,
    refresh,
    inUse: async () => {
      const last = published.findLastIndex(isForAll);
      const since = await Promise.all(published.slice(last + 1).map((version) => loaded.newestOf([version])));
      return [...new Set([await loaded.newestOf(published.filter(isForAll)), ...since])];
    },
    courseOf: async (number) => {
      const version = published[number - 1];
      return number === 0 ? disk : version && loaded.look(version);
    },
    coursesOf: async (room) => withRhythm(await versionOf(room), () => rhythmOf(room)),
    start: () => {
      timer = setInterval(() => {
        refresh().catch((error: unknown) => log.warn({ err: error }, 'course versions'));
      }, LOOKS_EVERY).unref();
    },
    stop: () => clearInterval(timer),
  };

  async function versionOf(room: string): Promise<Courses> {
    // Usually the newest version is for all rooms, and nothing about this room needs to be looked up.
    if (published.at(-1)?.from === '') return loaded.newestOf(published.filter(isForAll));
    if (published.length === 0) return disk;
    const begins = await beginningOf(room);
    return loaded.newestOf(published.filter((version) => isForAll(version) || begins >= version.from));
  }
}

/** A version in a room's rhythm; unchanged if all rhythms have the same modules. */
async function withRhythm(courses: Courses, rhythmOf: () => Promise<string>): Promise<Courses> {
  if ((courses.da.elsewhere ?? []).length === 0) return courses;
  const rhythm = await rhythmOf();
  return { da: rhythmed(courses.da, rhythm), ...(courses.en && { en: rhythmed(courses.en, rhythm) }) };
}

/** By course, which is replaced when the package on disk changes, and by rhythm. */
const known = new WeakMap<Course, Map<string, Course>>();

function rhythmed(course: Course, rhythm: string): Course {
  const byRhythm = known.get(course) ?? new Map<string, Course>();
  known.set(course, byRhythm);
  const found = byRhythm.get(rhythm) ?? inRhythm(course, { rhythm });
  byRhythm.set(rhythm, found);
  return found;
}

function isForAll({ from }: Version): boolean {
  return from === '';
}

/** All versions, as far as this process knows them. */
function createPublished(deps: ServedDeps, current: CurrentCourses) {
  const published: Version[] = [];
  const loaded = createLoaded(deps);
  let used = 0;
  let looking = Promise.resolve();
  const look = async () => {
    for (let next; (next = await deps.versions.get(published.length + 1));)
      published.push(sharingFiles(next, published.at(-1)));
    if (used === published.length) return;
    const forAll = published.filter(isForAll);
    current.use(await loaded.newestOf(forAll));
    loaded.forgetBefore(forAll.at(-1)?.number ?? 0);
    used = published.length;
    deps.log.info({ code: 'course-version', version: used }, 'course');
  };
  const refresh = (): Promise<void> => {
    // One after the other: two at once would note the same version twice.
    looking = looking.catch(() => undefined).then(look);
    return looking;
  };
  return { published, loaded, refresh };
}

/** Shares the entries of files that are the same as in the version before, to save memory. */
function sharingFiles(version: Version, before: Version | undefined): Version {
  const known = new Map(before?.files.map((file) => [file.path, file]));
  const files = version.files.map((file) => {
    const same = known.get(file.path);
    return same?.hash === file.hash ? same : file;
  });
  return { ...version, files };
}

/** The courses of versions, each read once and cached. */
function createLoaded({ contents, folder, disk, facts, log }: ServedDeps) {
  const known = new Map<number, Promise<Courses | undefined>>();
  const read = async ({ number, files }: Version): Promise<Courses | undefined> => {
    if (files.length === 0) return disk;
    const byPath = new Map(files.map((file) => [file.path, file]));
    const { courses, faults } = await readCourseFiles(filesByHash(byPath, readerOf({ contents, folder })), facts);
    if (courses && faults.length === 0) return courses;
    // This program may demand more of a course than the one that published it.
    log.error({ code: 'course-version-unusable', version: number, faults: faults.map(faultLine) }, 'course');
    return undefined;
  };
  const get = (version: Version): Promise<Courses | undefined> => {
    const found = known.get(version.number) ?? read(version);
    known.set(version.number, found);
    // If the store is away for a moment, the version must not be lost for good.
    found.catch(() => known.delete(version.number));
    return found;
  };
  return {
    /** A version that may be out of use, so it is not cached. */
    look: (version: Version) => known.get(version.number) ?? read(version),
    /** The latest of these versions that can be read; the package on disk if there is none. */
    newestOf: async (versions: readonly Version[]): Promise<Courses> => {
      for (const version of versions.toReversed()) {
        const found = await get(version);
        if (found) return found;
      }
      return disk;
    },
    forgetBefore: (number: number): void => {
      for (const old of known.keys()) if (old < number) known.delete(old);
    },
  };
}

/** Reads content that a version names, from the disk if possible, else from the store, which must have it. */
function readerOf({ contents, folder }: Pick<ServedDeps, 'contents' | 'folder'>) {
  return async (hash: string): Promise<Uint8Array> => {
    const found = (await folder.find(hash)) ?? (await contents.get(hash));
    if (!found) throw new Error(`The store lacks the content ${hash} of a file of the course.`);
    return found;
  };
}
