import type { Language } from '../domain/viewer.ts';
import type { Course, Courses } from './course.ts';
import { courseSchema } from './courseSchema.ts';
import { BadContent, inReadingOrder, type Fault } from './faults.ts';
import { compareLanguages } from './languages.ts';
import { report, type Reading, type ParticipantText } from './reading.ts';
import { readModule, readYaml, type FilesRead } from './module.ts';
import { onDisk } from './paths.ts';
import { readSurveys } from './surveys.ts';
import { checkShape } from './shape.ts';
import type { YamlFile } from './yaml.ts';

/** All that is known about a package after one reading. `courses` is complete only where there are no faults. */
export interface PackageRead {
  courses: Courses | undefined;
  /** In reading order. */
  faults: Fault[];
  texts: ParticipantText[];
}

/**
 * Loads a course package (docs/content.md).
 *
 * @param folder for example `content/taettere-paa-job`
 * @throws BadContent with every fault found, each with file, line and what to do
 */
export async function loadCourse(folder: string): Promise<Courses> {
  const { courses, faults } = await readPackage(folder);
  if (!courses || faults.length > 0) throw new BadContent(faults);
  return courses;
}

/** Reads a package and says all that is wrong with it. Throws only where the disk fails. */
export async function readPackage(folder: string): Promise<PackageRead> {
  const reading: Reading = { folder, faults: [], texts: [] };
  const courses = await readCourses(reading);
  return { courses, faults: inReadingOrder(reading.faults), texts: reading.texts };
}

async function readCourses(reading: Reading): Promise<Courses | undefined> {
  const start = { file: onDisk(reading.folder, 'course.yaml'), line: 1, column: 1 };
  const yaml = await readYaml(reading, 'course.yaml', start);
  const entry = yaml && checkShape(reading, yaml, courseSchema);
  if (!yaml || !entry) return undefined;
  const read = async (language: Language, title: string): Promise<LanguageRead> => {
    const context = { reading, language, courseId: entry.id, mediaHosts: entry.mediaHosts };
    const files: FilesRead = new Map();
    const modules = [];
    for (const [index, id] of entry.modules.entries()) {
      const module = await readModule(context, files, { id, number: index + 1, namedAt: yaml.placeOf(['modules', index]) });
      if (module) modules.push(module);
    }
    const named = entry.surveys.map((path, index) => ({ path, namedAt: yaml.placeOf(['surveys', index]) }));
    const surveys = await readSurveys(context, files, named);
    refuseRepeatedActivities(reading, files);
    return { course: { id: entry.id, title, modules, surveys, mediaHosts: entry.mediaHosts }, files };
  };
  const danish = await read('da', entry.title.da);
  if (entry.title.en === undefined) return { da: danish.course };
  const english = await read('en', entry.title.en);
  compareFiles(reading, danish.files, english.files);
  return { da: danish.course, en: english.course };
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

/** The LMS asks for an activity by its id alone, so it must be the only one in the course. */
function refuseRepeatedActivities(reading: Reading, files: FilesRead): void {
  const seen = new Map<unknown, YamlFile>();
  for (const yaml of files.values()) {
    const id: unknown = typeof yaml.value === 'object' && yaml.value !== null ? Reflect.get(yaml.value, 'id') : undefined;
    if (id === undefined) continue;
    const first = seen.get(id);
    if (first) report(reading, yaml.placeOf(['id']), `id is ${JSON.stringify(id)} as in ${first.file}; give each its own`);
    else seen.set(id, yaml);
  }
}
