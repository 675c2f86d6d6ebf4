import { z } from 'zod';
import type { Tool, Toolbox } from '../course.ts';
import type { Place } from '../faults.ts';
import { renderMarkdown } from './markdown.ts';
import { readYaml } from './module.ts';
import { report, type Reading } from './context.ts';
import { fileNameSchema, idSchema, lineSchema, paragraphSchema } from './schema.ts';
import { checkShape } from './shape.ts';
import { phoneFaults } from './texts.ts';
import type { FilesRead, ReadContext } from './activityReader.ts';
import type { YamlFile } from '../package/yaml.ts';

/** `<language>/<toolbox>/toolbox.yaml`. */
const toolboxSchema = z.strictObject({
  title: lineSchema,
  intro: paragraphSchema,
  /** Tool files in display order. */
  tools: z.array(fileNameSchema('yaml')).min(1).max(40),
});

/** Markdown: a few short paragraphs. */
const textSchema = z.string().trim().min(1).max(3000);

const toolSchema = z.strictObject({
  id: idSchema,
  title: lineSchema,
  summary: paragraphSchema,
  /** Search words that are not in the text. */
  keywords: z.array(lineSchema).max(20).default([]),
  what: textSchema,
  when: z.array(lineSchema).min(1).max(8),
  steps: z.array(textSchema).min(2).max(10),
  example: textSchema,
  /** What to do when it does not work. */
  stuck: textSchema.optional(),
  /** A sheet to fill in on paper. Nothing of it is saved (decision 0043). */
  sheet: z
    .array(z.strictObject({ ask: lineSchema, lines: z.int().min(1).max(6).default(2) }))
    .max(8)
    .default([]),
  tryNow: textSchema,
  /** Related tools. */
  related: z.array(idSchema).max(4).default([]),
  /** Modules that use it. */
  usedIn: z.array(idSchema).max(8).default([]),
});
type ToolEntry = z.output<typeof toolSchema>;

type Context = Omit<ReadContext, 'folder'>;

/** Reads the toolbox in one language. Records faults; returns what could be read. */
export async function readToolbox(
  context: Context,
  files: FilesRead,
  { id, namedAt, modules }: { id: string; namedAt: Place; modules: readonly string[] },
): Promise<Toolbox | undefined> {
  const { reading, language } = context;
  const yaml = await readYaml(reading, `${language}/${id}/toolbox.yaml`, namedAt);
  const entry = yaml && checkShape(reading, yaml, toolboxSchema);
  if (!yaml || !entry) return undefined;
  files.set(`${id}/toolbox.yaml`, yaml);
  const { title, intro } = entry;
  reading.texts.push({
    file: yaml.file,
    language,
    pieces: [
      { line: 1, text: title },
      { line: 1, text: intro },
    ],
  });
  const tools: Tool[] = [];
  for (const [index, name] of entry.tools.entries()) {
    const path = `${id}/${name}`;
    const toolYaml = await readYaml(reading, `${language}/${path}`, yaml.placeOf(['tools', index]));
    const tool = toolYaml && checkShape(reading, toolYaml, toolSchema);
    if (!toolYaml || !tool) continue;
    files.set(path, toolYaml);
    refuseUnknownModules(reading, toolYaml, { usedIn: tool.usedIn, modules });
    tools.push(toolOf(context, toolYaml, tool));
  }
  return { title, intro, tools };
}

function toolOf(context: Context, yaml: YamlFile, entry: ToolEntry): Tool {
  const { id, title, summary, keywords, when, sheet, related, usedIn } = entry;
  const pieces = [title, summary, ...when, ...sheet.map(({ ask }) => ask)].map((text) => ({ line: 1, text }));
  const render = (path: PropertyKey[], source: string): string => {
    const { line } = yaml.placeOf(path);
    const text = renderMarkdown(source);
    for (const { message, ...about } of [...text.faults, ...phoneFaults(context, text.phones)])
      report(context.reading, { ...about, file: yaml.file, line, column: 1 }, message);
    for (const tool of text.tools)
      context.reading.toolLinks.push({ tool, place: { file: yaml.file, line, column: 1 } });
    pieces.push(...text.pieces.map((piece) => ({ line, text: piece.text })));
    return text.html;
  };
  for (const [index, tool] of related.entries()) {
    context.reading.toolLinks.push({ tool, place: yaml.placeOf(['related', index]) });
  }
  const shown = {
    what: { html: render(['what'], entry.what) },
    steps: entry.steps.map((step, index) => ({ html: render(['steps', index], step) })),
    example: { html: render(['example'], entry.example) },
    ...(entry.stuck !== undefined && { stuck: { html: render(['stuck'], entry.stuck) } }),
    tryNow: { html: render(['tryNow'], entry.tryNow) },
  };
  context.reading.texts.push({ file: yaml.file, language: context.language, pieces });
  const words = [...pieces.map(({ text }) => text), ...keywords].join(' ');
  return { id, title, summary, when, sheet, related, usedIn, keywords, ...shown, words };
}

function refuseUnknownModules(
  reading: Reading,
  yaml: YamlFile,
  { usedIn, modules }: { usedIn: readonly string[]; modules: readonly string[] },
): void {
  for (const [index, module] of usedIn.entries()) {
    if (modules.includes(module)) continue;
    report(reading, yaml.placeOf(['usedIn', index]), {
      da: `Modulet "${module}" står ikke i course.yaml. Ret navnet.`,
      en: `the module "${module}" is not in course.yaml; correct the name`,
    });
  }
}

/** Reports each link to a tool that the package lacks. */
export function checkToolLinks(reading: Reading, toolbox: Toolbox | undefined): void {
  const known = new Set(toolbox?.tools.map(({ id }) => id));
  for (const { tool, place } of reading.toolLinks) {
    if (known.has(tool)) continue;
    report(
      reading,
      { ...place, about: 'link' },
      {
        da: `Værktøjet "${tool}" findes ikke i værktøjskassen. Ret navnet.`,
        en: `the tool "${tool}" is not in the toolbox; correct the name`,
      },
    );
  }
}
