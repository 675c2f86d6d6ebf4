import { posix } from 'node:path';
import { z } from 'zod';
import type { ActivityReader, FilesRead, KindReaders, ReadContext } from './activityReader.ts';
import type { Activity, Module } from '../course.ts';
import { moduleSchema } from './courseSchema.ts';
import type { Place } from '../faults.ts';
import { readText } from '../package/files.ts';
import { readExtra } from './extra.ts';
import type { Reading } from './context.ts';
import { onDisk } from '../package/paths.ts';
import { checkShape } from './shape.ts';
import { parseYaml, type YamlFile } from '../package/yaml.ts';

/** What all files of one language have in common. */
interface ModuleReading {
  context: Omit<ReadContext, 'folder'>;
  files: FilesRead;
  readers: KindReaders;
}

export interface ModuleToRead {
  id: string;
  number: number;
  /** Where `course.yaml` names the module. */
  namedAt: Place;
}

/** Reads one module in one language. Records faults; returns what could be read. */
export async function readModule(
  { context, files, readers }: ModuleReading,
  { id, number, namedAt }: ModuleToRead,
): Promise<Module | undefined> {
  const { reading, language } = context;
  const yaml = await readYaml(reading, `${language}/${id}/module.yaml`, namedAt);
  const entry = yaml && checkShape(reading, yaml, moduleSchema);
  if (!yaml || !entry) return undefined;
  files.set(`${id}/module.yaml`, yaml);
  const { title, summary, askAbout } = entry;
  reading.texts.push({
    file: yaml.file,
    language,
    pieces: piecesOf(yaml, { title, summary, askAbout: askAbout.join(' ') }),
  });
  const activities: Activity[] = [];
  for (const [index, name] of entry.activities.entries()) {
    const path = posix.join(id, name);
    const activityYaml = await readYaml(reading, `${language}/${path}`, yaml.placeOf(['activities', index]));
    if (!activityYaml) continue;
    const read = readerOf(context, activityYaml, readers);
    const activity = await read?.({ ...context, folder: posix.dirname(`${language}/${path}`) }, activityYaml);
    if (!activity) continue;
    files.set(path, activityYaml);
    activities.push(activity);
  }
  const path = entry.extra && posix.join(id, entry.extra);
  const extra = path && (await extraOf({ context, files }, path, yaml.placeOf(['extra'])));
  return { id, number, title, summary, askAbout, activities, ...(extra && { extra }) };
}

async function extraOf({ context, files }: Omit<ModuleReading, 'readers'>, path: string, namedAt: Place) {
  const yaml = await readYaml(context.reading, `${context.language}/${path}`, namedAt);
  if (!yaml) return undefined;
  files.set(path, yaml);
  return readExtra({ ...context, folder: posix.dirname(`${context.language}/${path}`) }, yaml);
}

/** The reader for the kind that a file names. */
function readerOf(
  { reading }: Pick<ReadContext, 'reading'>,
  yaml: YamlFile,
  { modules }: KindReaders,
): ActivityReader | undefined {
  const kind = checkShape(reading, yaml, kindSchemaOf(modules))?.kind;
  return kind === undefined ? undefined : modules.get(kind);
}

type Modules = KindReaders['modules'];

const kindSchemas = new WeakMap<Modules, ReturnType<typeof makeKindSchema>>();

/** To make a schema takes longer than to check a file by it. */
function kindSchemaOf(modules: Modules) {
  const schema = kindSchemas.get(modules) ?? makeKindSchema(modules);
  kindSchemas.set(modules, schema);
  return schema;
}

function makeKindSchema(modules: Modules) {
  return z.looseObject({ kind: z.enum([...modules.keys()]) });
}

/** Reads a YAML file that another file names. */
export async function readYaml(reading: Reading, path: string, namedAt: Place): Promise<YamlFile | undefined> {
  const text = await readText(reading, { path, namedAt });
  return text === undefined ? undefined : parseYaml(reading, onDisk(reading.folder, path), text);
}

function piecesOf(yaml: YamlFile, texts: Record<string, string>): { line: number; text: string }[] {
  return Object.entries(texts).map(([key, text]) => ({ line: yaml.placeOf([key]).line, text }));
}
