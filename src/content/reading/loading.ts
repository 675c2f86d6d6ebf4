import type { Language } from '../../domain/viewer.ts';
import type { Course, Courses, Module } from '../course.ts';
import { courseSchema, type CourseFile } from './courseSchema.ts';
import { BadContent, inReadingOrder, type Fault } from '../faults.ts';
import { usualFacts } from '../facts.ts';
import { folderIn, refuseStrayFolders } from '../package/folders.ts';
import { compareLanguages } from './languages.ts';
import { report, type Reading, type ParticipantText } from './context.ts';
import { readHardMoments } from './hardMoments.ts';
import { readNotice } from './notice.ts';
import type { FilesRead, KindReaders } from './activityReader.ts';
import { readModule, readYaml } from './module.ts';
import { filesOnDisk, type PackageFiles } from '../package/packageFiles.ts';
import { onDisk } from '../package/paths.ts';
import type { Localized } from '../localized.ts';
import { readRunningSheets } from './runningSheets.ts';
import { checkShape } from './shape.ts';
import { checkToolLinks, readToolbox } from './toolbox.ts';
import type { YamlFile } from '../package/yaml.ts';

/** The result of reading a package once. `courses` is complete only if there are no faults. */
export interface PackageRead {
  courses: Courses | undefined;
  /** In reading order. */
  faults: Fault[];
  texts: ParticipantText[];
  /** Surveys that take too long, which does not keep the program from starting. */
  slow: Fault[];
}

/**
 * Loads a course package (docs/content.md).
 *
 * @param folder for example `content/taettere-paa-job`
 * @throws BadContent with every fault found, each with file, line and what to do
 */
export async function loadPackage(folder: string, readers: KindReaders): Promise<Courses> {
  const { courses, faults } = await readPackage(folder, readers);
  if (!courses || faults.length > 0) throw new BadContent(faults);
  return courses;
}

/** Reads a package on disk and returns all its faults. Throws only if the disk fails. */
export function readPackage(folder: string, readers: KindReaders): Promise<PackageRead> {
  return readFiles({ folder, files: filesOnDisk(folder) }, readers);
}

/** Reads a package, wherever its files lie. */
export async function readFiles(
  { folder, files }: { folder: string; files: PackageFiles },
  readers: KindReaders,
): Promise<PackageRead> {
  const reading: Reading = {
    folder,
    files,
    facts: readers.facts ?? usualFacts,
    faults: [],
    slow: [],
    texts: [],
    toolLinks: [],
  };
  const courses = await readCourses(reading, readers);
  return { courses, faults: inReadingOrder(reading.faults), texts: reading.texts, slow: reading.slow };
}

async function readCourses(reading: Reading, readers: KindReaders): Promise<Courses | undefined> {
  const start = { file: onDisk(reading.folder, 'course.yaml'), line: 1, column: 1 };
  const yaml = await readYaml(reading, 'course.yaml', start);
  const entry = yaml && checkShape(reading, yaml, courseSchema);
  if (!yaml || !entry) return undefined;
  const danish = await readLanguage({ reading, readers, yaml, entry, language: 'da' });
  if (entry.title.en === undefined) {
    checkToolLinks(reading, danish.course.toolbox);
    return { da: danish.course };
  }
  const english = await readLanguage({ reading, readers, yaml, entry, language: 'en', danish: danish.course });
  checkToolLinks(reading, danish.course.toolbox);
  compareFiles(reading, danish.files, english.files);
  return { da: danish.course, en: english.course };
}

interface LanguageToRead {
  reading: Reading;
  readers: KindReaders;
  yaml: YamlFile;
  entry: CourseFile;
  language: Language;
  /** The course in Danish, from which another language takes what it lacks. */
  danish?: Course;
}

async function readLanguage(input: LanguageToRead): Promise<LanguageRead> {
  const { reading, readers, yaml, entry, language, danish } = input;
  const { id, title, mediaHosts } = entry;
  const context = { reading, language, courseId: id, mediaHosts };
  const files: FilesRead = new Map();
  const all = await readModules({ ...input, context, files });
  const modules = all.filter((module) => entry.modules.includes(module.id));
  const elsewhere = all.filter((module) => !modules.includes(module));
  const named = entry.surveys.map((path, index) => ({ path, namedAt: yaml.placeOf(['surveys', index]) }));
  const surveys = await readers.surveys(context, files, named);
  const hardMoments = await readHardMoments(context, entry.hardMoments, yaml.placeOf(['hardMoments']));
  const notice = await readNotice(context, entry.notice, yaml.placeOf(['notice', 'file']));
  const toolbox = await readBox({ ...input, context, files });
  const sheets = await readSheets({ ...input, context, files });
  refuseRepeatedActivities(reading, files);
  if (danish) await refuseStrayFolders(reading, language);
  const variants = entry.variants.map((one) => ({ ...one, title: one.title[language] ?? one.title.da }));
  const course = { id, title: title[language] ?? title.da, hardMoments, modules, surveys, variants, mediaHosts };
  return {
    course: {
      ...course,
      ...(elsewhere.length > 0 && { elsewhere }),
      ...notice,
      ...(toolbox && { toolbox }),
      ...(sheets && { runningSheets: sheets }),
    },
    files,
  };
}

interface PartToRead extends LanguageToRead {
  context: Parameters<KindReaders['surveys']>[0];
  files: FilesRead;
}

async function readModules({ context, files, ...input }: PartToRead): Promise<Module[]> {
  const { reading, readers, yaml, entry, language, danish } = input;
  const modules: Module[] = [];
  for (const { moduleId, path, number } of namedModules(entry)) {
    const namedAt = yaml.placeOf(path);
    const borrowed = danish && !(await folderIn(reading, `${language}/${moduleId}`));
    const module = borrowed
      ? inDanish(danish, moduleId)
      : await readModule({ context, files, readers }, { id: moduleId, number, namedAt });
    if (module) modules.push(module);
  }
  return modules;
}

/** The course's modules, and then those that a rhythm has for itself. */
function namedModules({ modules, variants }: CourseFile) {
  const ofAll = modules.map((moduleId, index) => ({ moduleId, path: ['modules', index], number: index + 1 }));
  const own = variants.flatMap(({ weeks }, variant) =>
    weeks.flatMap((week, at) =>
      week.map((moduleId) => ({ moduleId, path: ['variants', variant, 'weeks', at], number: at + 1 })),
    ),
  );
  const ids = new Set(modules);
  // A module that several rhythms have is read where the first names it.
  return [...ofAll, ...own.filter(({ moduleId }) => !ids.has(moduleId) && ids.add(moduleId))];
}

async function readBox({ context, files, reading, yaml, entry, language, danish }: PartToRead) {
  const box = entry.toolbox;
  if (box === undefined || (danish && !(await folderIn(reading, `${language}/${box}`)))) return undefined;
  return readToolbox(context, files, { id: box, namedAt: yaml.placeOf(['toolbox']), modules: entry.modules });
}

async function readSheets({ context, files, reading, yaml, entry, language, danish }: PartToRead) {
  const folder = entry.runningSheets;
  if (folder === undefined || (danish && !(await folderIn(reading, `${language}/${folder}`)))) return undefined;
  const namedAt = yaml.placeOf(['runningSheets']);
  return readRunningSheets(context, files, {
    folder,
    namedAt,
    modules: namedModules(entry).map(({ moduleId }) => moduleId),
  });
}

/** The module in Danish: a module that has not been translated is better read in Danish than not at all. */
function inDanish(danish: Course, id: string): Module | undefined {
  const module = [...danish.modules, ...(danish.elsewhere ?? [])].find((each) => each.id === id);
  const activities = module?.activities.map((activity) => ({ ...activity, language: 'da' as const }));
  return module && activities && { ...module, activities, language: 'da' };
}

interface LanguageRead {
  course: Course;
  files: FilesRead;
}

function compareFiles(reading: Reading, danish: FilesRead, other: FilesRead): void {
  for (const [path, yaml] of other) {
    const original = danish.get(path);
    if (original) compareLanguages(reading, original, yaml);
  }
}

/** The LMS identifies an activity by its id alone, so the id must be unique in the course. */
function refuseRepeatedActivities(reading: Reading, files: FilesRead): void {
  const seen = new Map<unknown, YamlFile>();
  for (const yaml of files.values()) {
    const id: unknown =
      typeof yaml.value === 'object' && yaml.value !== null ? Reflect.get(yaml.value, 'id') : undefined;
    if (id === undefined) continue;
    const first = seen.get(id);
    if (first) report(reading, yaml.placeOf(['id']), sameId(id, first.file));
    else seen.set(id, yaml);
  }
}

function sameId(id: unknown, file: string): Localized {
  return {
    da: `id er ${JSON.stringify(id)} ligesom i ${file}. Giv hver sit eget.`,
    en: `id is ${JSON.stringify(id)} as in ${file}; give each its own`,
  };
}
