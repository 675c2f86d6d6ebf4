import type { HandleplanActivity, PlanExample } from './plan/activity.ts';
import { checkShape } from '../../content/reading/shape.ts';
import { activityVersion } from '../../content/reading/version.ts';
import type { YamlFile } from '../../content/package/yaml.ts';
import { handleplanSchema, type HandleplanFile } from './schema.ts';
import type { ActivityReader, ReadContext } from '../../content/reading/activityReader.ts';

/** Reads a week's plan: the words around a form that is the same every week. */
export const readHandleplan: ActivityReader<HandleplanActivity> = (context, yaml) => {
  const entry = checkShape(context.reading, yaml, handleplanSchema);
  if (!entry) return Promise.resolve(undefined);
  noteTexts(context, yaml, entry);
  const content = { ...entry, examples: entry.examples.map(exampleOf) };
  return Promise.resolve({ ...content, version: activityVersion(content) });
};

type ExampleEntry = HandleplanFile['examples'][number];

function exampleOf({ kind: _kind, ...entry }: ExampleEntry): PlanExample {
  return { what: '', howMuch: '', when: '', days: 0, tasks: [], ...entry };
}

function noteTexts({ reading, language }: ReadContext, yaml: YamlFile, entry: HandleplanFile): void {
  const texts: [PropertyKey[], string][] = [
    [['title'], entry.title],
    [['intro'], entry.intro],
    ...entry.easier.map((text, index): [PropertyKey[], string] => [['easier', index], text]),
    ...entry.ideas.map(({ label }, index): [PropertyKey[], string] => [['ideas', index], label]),
    ...entry.examples.flatMap((example, index) =>
      wordsOf(example).map((text): [PropertyKey[], string] => [['examples', index], text]),
    ),
  ];
  reading.texts.push({
    file: yaml.file,
    language,
    pieces: texts.map(([path, text]) => ({ line: yaml.placeOf(path).line, text })),
  });
}

function wordsOf(example: ExampleEntry): string[] {
  if (example.kind === 'tasks') return [example.title, ...example.tasks];
  return [example.title, example.what, example.howMuch, example.when];
}
