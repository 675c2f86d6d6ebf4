import { posix } from 'node:path';
import type { Activity, Module } from './course.ts';
import { moduleSchema } from './courseSchema.ts';
import type { Place } from './faults.ts';
import { readText } from './files.ts';
import { readActivity } from './kinds/kinds.ts';
import type { ReadContext } from './kinds/reader.ts';
import type { Reading } from './reading.ts';
import { onDisk } from './paths.ts';
import { checkShape } from './shape.ts';
import { parseYaml, type YamlFile } from './yaml.ts';

/** The YAML files read in one language, by their path below the language's folder. */
export type FilesRead = Map<string, YamlFile>;

export interface ModuleToRead {
  id: string;
  number: number;
  /** Where `course.yaml` names the module. */
  namedAt: Place;
}

/** Reads one module in one language. Notes faults; returns what could be read. */
export async function readModule(
  context: Omit<ReadContext, 'folder'>,
  files: FilesRead,
  { id, number, namedAt }: ModuleToRead,
): Promise<Module | undefined> {
  const { reading, language } = context;
  const yaml = await readYaml(reading, `${language}/${id}/module.yaml`, namedAt);
  const entry = yaml && checkShape(reading, yaml, moduleSchema);
  if (!yaml || !entry) return undefined;
  files.set(`${id}/module.yaml`, yaml);
  const { title, summary } = entry;
  reading.texts.push({ file: yaml.file, language, pieces: piecesOf(yaml, { title, summary }) });
  const activities: Activity[] = [];
  for (const [index, name] of entry.activities.entries()) {
    const path = posix.join(id, name);
    const activityYaml = await readYaml(reading, `${language}/${path}`, yaml.placeOf(['activities', index]));
    if (!activityYaml) continue;
    const activity = await readActivity({ ...context, folder: posix.dirname(`${language}/${path}`) }, activityYaml);
    if (!activity) continue;
    files.set(path, activityYaml);
    activities.push(activity);
  }
  return { id, number, title, summary, activities };
}

/** Reads a YAML file that another file names. */
export async function readYaml(reading: Reading, path: string, namedAt: Place): Promise<YamlFile | undefined> {
  const text = await readText(reading, { path, namedAt });
  return text === undefined ? undefined : parseYaml(reading, onDisk(reading.folder, path), text);
}

function piecesOf(yaml: YamlFile, texts: Record<string, string>): { line: number; text: string }[] {
  return Object.entries(texts).map(([key, text]) => ({ line: yaml.placeOf([key]).line, text }));
}
