import type { z } from 'zod';
import type { FilesRead, ReadContext } from './activityReader.ts';
import type { InstructorGuide, RunningSheet, RunningSheets } from '../course.ts';
import type { Place } from '../faults.ts';
import { readYaml } from './module.ts';
import { report } from './context.ts';
import { guideSchema, sheetSchema, WEBINAR_MINUTES } from './runningSheetSchema.ts';
import { checkShape } from './shape.ts';
import { noteTexts, readInline } from './texts.ts';
import type { YamlFile } from '../package/yaml.ts';

type Context = Omit<ReadContext, 'folder'>;

interface SheetsToRead {
  /** Below the language's folder. */
  folder: string;
  /** Where `course.yaml` names it. */
  namedAt: Place;
  /** Ids of the modules: each has its sheet. */
  modules: readonly string[];
}

/** Reads the instructors' sheets in one language. Records faults; returns what could be read. */
export async function readRunningSheets(
  context: Context,
  files: FilesRead,
  { folder, namedAt, modules }: SheetsToRead,
): Promise<RunningSheets | undefined> {
  const { reading, language } = context;
  const read = async <S extends z.ZodType>(name: string, schema: S) => {
    const path = `${folder}/${name}.yaml`;
    const yaml = await readYaml(reading, `${language}/${path}`, namedAt);
    const entry = yaml && checkShape(reading, yaml, schema);
    if (yaml && entry) files.set(path, yaml);
    return yaml && entry && { yaml, entry };
  };
  const sheets: RunningSheet[] = [];
  for (const module of modules) {
    const found = await read(module, sheetSchema);
    if (found) sheets.push(sheetOf(context, module, found));
  }
  const guide = await read('guide', guideSchema);
  return guide && { guide: guideOf(context, guide), sheets };
}

interface Read<S extends z.ZodType> {
  yaml: YamlFile;
  entry: z.output<S>;
}

function sheetOf(context: Context, module: string, { yaml, entry }: Read<typeof sheetSchema>): RunningSheet {
  const render = rendererOf(context, yaml);
  const { aim, ready, parts, answers, watch } = entry;
  checkTime(context, yaml, parts);
  noteLines(context, yaml, [aim, ...ready, ...parts.map(({ title }) => title)]);
  return {
    module,
    aim,
    ready,
    parts: parts.map(({ minutes, title, text, stuckPlans }, index) => ({
      minutes,
      title,
      ...render(['parts', index, 'text'], text),
      isStuckPlans: stuckPlans,
    })),
    answers: {
      none: render(['answers', 'none'], answers.none),
      few: render(['answers', 'few'], answers.few),
      many: render(['answers', 'many'], answers.many),
    },
    watch: render(['watch'], watch),
  };
}

function checkTime({ reading }: Context, yaml: YamlFile, parts: readonly { minutes: number }[]): void {
  const total = parts.reduce((sum, { minutes }) => sum + minutes, 0);
  if (total !== WEBINAR_MINUTES)
    report(reading, yaml.placeOf(['parts']), {
      da: `Delene varer ${total} minutter. Et webinar har ${WEBINAR_MINUTES}.`,
      en: `parts take ${total} minutes; a webinar has ${WEBINAR_MINUTES}`,
    });
}

function guideOf(context: Context, { yaml, entry }: Read<typeof guideSchema>): InstructorGuide {
  const render = rendererOf(context, yaml);
  const titled = (part: 'chat' | 'hard' | 'care' | 'names') => ({
    title: entry[part].title,
    ...render([part, 'text'], entry[part].text),
  });
  const { title, intro, hard, names } = entry;
  noteLines(context, yaml, [title, intro, ...hard.replies.flatMap(({ when, say }) => [when, say])]);
  return {
    title,
    intro,
    chat: titled('chat'),
    hard: {
      ...titled('hard'),
      order: hard.order.map((step, index) => render(['hard', 'order', index], step)),
      replies: hard.replies,
    },
    care: titled('care'),
    names: { ...titled('names'), pairs: names.pairs },
  };
}

function rendererOf(context: Context, yaml: YamlFile) {
  return (path: PropertyKey[], source: string) => ({
    html: readInline({ ...context, folder: '' }, source, yaml.placeOf(path)),
  });
}

function noteLines(context: Context, yaml: YamlFile, lines: string[]): void {
  noteTexts(
    { ...context, folder: '' },
    yaml.file,
    lines.map((text) => ({ line: 1, text })),
  );
}
