import type { ActivityKind } from '../domain/answers.ts';
import type { Language } from '../domain/viewer.ts';
import type { Activity, SurveyActivity } from './course.ts';
import type { Place } from './faults.ts';
import type { Reading } from './reading.ts';
import type { YamlFile } from './yaml.ts';

/** Where an activity stands while it is read. */
export interface ReadContext {
  reading: Reading;
  language: Language;
  courseId: string;
  mediaHosts: readonly string[];
  /** The activity's folder inside the package, for example `da/modul-1`. */
  folder: string;
}

/** Turns one activity file into the activity. Notes faults; returns nothing where its shape is wrong. */
export type ActivityReader<A extends Activity = Activity> = (
  context: ReadContext,
  yaml: YamlFile,
) => Promise<A | undefined>;

/** The YAML files read in one language, by their path below the language's folder. */
export type FilesRead = Map<string, YamlFile>;

/** A file that another file names. */
export interface NamedFile {
  /** Path below the language's folder. */
  path: string;
  namedAt: Place;
}

/** Reads the surveys of a course in one language. Notes faults; returns what could be read. */
export type SurveysReader = (
  context: Omit<ReadContext, 'folder'>,
  files: FilesRead,
  named: NamedFile[],
) => Promise<SurveyActivity[]>;

/** What reads the kinds of activity. It is handed in: a package's other files are read without knowing any kind. */
export interface KindReaders {
  modules: ReadonlyMap<ActivityKind, ActivityReader>;
  surveys: SurveysReader;
}
