import type { ActivityKind } from '../../domain/answers.ts';
import type { Language } from '../../domain/viewer.ts';
import type { Activity, SurveyActivity } from '../course.ts';
import type { Facts } from '../facts.ts';
import type { Place } from '../faults.ts';
import type { Reading } from './context.ts';
import type { YamlFile } from '../package/yaml.ts';

/** Where an activity's file belongs in the package. */
export interface ReadContext {
  reading: Reading;
  language: Language;
  courseId: string;
  mediaHosts: readonly string[];
  /** The activity's folder inside the package, for example `da/modul-1`. */
  folder: string;
}

/** Turns an activity file into the activity. Records faults; returns nothing if the file's shape is wrong. */
export type ActivityReader<A extends Activity = Activity> = (
  context: ReadContext,
  yaml: YamlFile,
) => Promise<A | undefined>;

/** The YAML files read in one language, by path below the language's folder. */
export type FilesRead = Map<string, YamlFile>;

/** A file that another file names. */
export interface NamedFile {
  /** Path below the language's folder. */
  path: string;
  namedAt: Place;
}

/** Reads the surveys of a course in one language. Records faults; returns what could be read. */
export type SurveysReader = (
  context: Omit<ReadContext, 'folder'>,
  files: FilesRead,
  named: NamedFile[],
) => Promise<SurveyActivity[]>;

/** The readers of all kinds of activity. They are passed in, so that the code reading a package knows no kind. */
export interface KindReaders {
  modules: ReadonlyMap<ActivityKind, ActivityReader>;
  surveys: SurveysReader;
  /** What texts take from the settings; as they usually are if left out. */
  facts?: Facts;
}
