import { stepPage } from '../../activities/engine/index.ts';
import { kindOf } from '../../activities/kinds.ts';
import type { Activity, Course, Courses, Consequence, Step } from '../../content/course.ts';
import { courseIn, findActivity, steppedOf } from '../../content/find.ts';
import type { Language, Viewer } from '../../domain/viewer.ts';
import { extraPreview } from '../extra/index.ts';
import { toolPreview } from '../toolbox/index.ts';
import type { Draft } from './draft.ts';
import { factsIn } from './facts.ts';
import type { Files } from './store/versions.ts';

/** A page of the course as participants see it: which view, and its model. */
export interface Preview {
  view: string;
  model: object;
  language: Language;
  /** Titles of the steps that the page is one of. */
  steps: string[];
}

export interface PreviewInput {
  draft: Draft;
  files: Files;
  courses: Courses;
  /** The file that is being written. */
  path: string;
  /** From 1; 0 for the step that the file belongs to. */
  step: number;
}

/** The page that a file of the draft is shown on; undefined if there is none. */
export async function previewOf(input: PreviewInput): Promise<Preview | undefined> {
  const { courses, path, files, draft } = input;
  const language = path.startsWith('en/') ? 'en' : 'da';
  const course = courseIn(courses, language);
  const owner = await ownerOf(draft, files, path);
  if (!owner) return textPreview(course, path, language);
  const module = course.modules.find(({ extra }) => extra?.id === owner.id);
  if (module) return { ...extraPreview(course, module, language), language, steps: [] };
  const activity = findActivity(course, owner.id);
  if (activity) return activityPreview(activity, language, input.step || owner.step);
  const tool = course.toolbox?.tools.find(({ id }) => id === owner.id);
  if (!course.toolbox || !tool) return undefined;
  return {
    ...toolPreview(
      { toolbox: course.toolbox, modules: course.modules, lang: '', home: '#', base: '#', language },
      tool,
    ),
    language,
    steps: [],
  };
}

function activityPreview(activity: Activity, language: Language, number: number): Preview {
  const stepped = steppedOf(activity);
  const { stepping } = kindOf(activity);
  const pages = stepped?.steps.flatMap(pagesOf) ?? [];
  const page = pages[Math.min(Math.max(number, 1), pages.length) - 1];
  if (!stepped || !stepping || !page) {
    const { title, intro, minutes } = activity;
    return { view: 'editing/plain', model: { title, intro, minutes }, language, steps: [] };
  }
  const model = stepPage({
    activity: stepped,
    stepping,
    ...page,
    viewer: nobody(language),
    response: undefined,
    hidden,
  });
  return { view: 'forms/step', model, language, steps: pages.map(({ title }) => title) };
}

interface StepSeen {
  title: string;
  step: Step;
  index: number;
  consequence?: Consequence;
}

/**
 * A step as participants see it: once for each consequence that it may tell; a merged step within the step before it.
 */
function pagesOf(step: Step, index: number, steps: Step[]): StepSeen[] {
  const { title } = step;
  const before = steps[index - 1];
  if (step.goesOn && before) return pagesOf(before, index - 1, steps).map((page) => ({ ...page, title }));
  return (
    step.openings?.map((consequence) => ({ title: consequence.title, step, index, consequence })) ?? [
      { title, step, index },
    ]
  );
}

function textPreview(course: Course, path: string, language: Language): Preview | undefined {
  const { notice, hardMoments, title } = course;
  const name = path.slice(path.indexOf('/') + 1);
  if (notice && name.startsWith('persondata'))
    return { view: 'editing/plain', model: { title, html: notice.html }, language, steps: [] };
  return name.startsWith('svaere')
    ? { view: 'editing/plain', model: { title, html: hardMoments }, language, steps: [] }
    : undefined;
}

/** The hidden fields of a form: empty, since a preview cannot be sent. */
const hidden = { csrf: '', kept: '', page: '' };

function nobody(language: Language): Viewer {
  return { room: '-', person: '-', role: 'participant', language, session: '', csrf: '', since: 0, returnUrl: '' };
}

interface Owner {
  id: string;
  /** The step that names the file, from 1; 1 if it cannot be determined. */
  step: number;
}

/** The activity or tool that a file holds, or that names it. */
async function ownerOf(draft: Draft, files: Files, path: string): Promise<Owner | undefined> {
  const file = files.get(path);
  if (path.endsWith('.yaml')) {
    const { id } = factsIn(file ? String(await draft.read(file)) : '');
    return id === '' ? undefined : { id, step: 1 };
  }
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const name = path.slice(folder.length);
  for (const other of files.values()) {
    if (!other.path.startsWith(folder) || !other.path.endsWith('.yaml')) continue;
    const source = String(await draft.read(other));
    const at = source.search(new RegExp(`: ${name.replaceAll('.', '\\.')}\\s*$`, 'm'));
    const { id } = factsIn(source);
    if (at >= 0 && id !== '') return { id, step: Math.max(1, source.slice(0, at).match(/^ {2}- id: /gm)?.length ?? 1) };
  }
  return undefined;
}
