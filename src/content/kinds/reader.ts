import type { Language } from '../../domain/viewer.ts';
import type { Activity } from '../course.ts';
import type { Reading } from '../reading.ts';
import type { YamlFile } from '../yaml.ts';

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
export type ActivityReader = (context: ReadContext, yaml: YamlFile) => Promise<Activity | undefined>;
