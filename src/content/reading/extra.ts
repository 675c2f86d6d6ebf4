import { z } from 'zod';
import type { ReadContext } from './activityReader.ts';
import type { Course, Extra, ExtraPart, Module, Tool } from '../course.ts';
import { lixOf } from '../checks/lix.ts';
import { minutesToRead } from '../checks/readingTime.ts';
import { report } from './context.ts';
import { idSchema, lineSchema, minutesSchema, paragraphSchema, uniqueIds } from './schema.ts';
import { checkShape } from './shape.ts';
import { noteTexts, readWithWords } from './texts.ts';
import type { YamlFile } from '../package/yaml.ts';

const partSchema = z.strictObject({
  /** Target of a link within the page. */
  id: idSchema,
  title: lineSchema,
  /** Minutes to read it and to do what it says. */
  minutes: minutesSchema,
  /** Markdown. */
  text: z.string().trim().min(1).max(8000),
  /** A calm exercise: read aloud slowly, with a pause after each paragraph. */
  slow: z.boolean().default(false),
  /** The page says whom to call. */
  heavy: z.boolean().default(false),
});

/** The file with a module's optional reading. */
const extraSchema = z.strictObject({
  id: idSchema,
  title: lineSchema,
  intro: paragraphSchema,
  parts: z.array(partSchema).min(1).max(8).superRefine(uniqueIds),
  /** The tools to read on in. */
  pages: z.array(idSchema).max(4).default([]),
});

/** Reads a module's optional reading. Records faults; returns nothing if the file's shape is wrong. */
export function readExtra(context: ReadContext, yaml: YamlFile): Extra | undefined {
  const { reading } = context;
  const entry = checkShape(reading, yaml, extraSchema);
  if (!entry) return undefined;
  const { id, title, intro, pages } = entry;
  const lines = [title, intro, ...entry.parts.map((part) => part.title)];
  noteTexts(
    context,
    yaml.file,
    lines.map((text) => ({ line: 1, text })),
  );
  for (const [index, tool] of pages.entries()) {
    reading.toolLinks.push({ tool, place: yaml.placeOf(['pages', index]) });
  }
  return { id, title, intro, pages, parts: entry.parts.map((part, index) => partOf(context, yaml, { part, index })) };
}

function partOf(
  context: ReadContext,
  yaml: YamlFile,
  { part, index }: { part: z.output<typeof partSchema>; index: number },
): ExtraPart {
  const { id, title, minutes, text, slow, heavy } = part;
  const { html, words } = readWithWords(context, text, yaml.placeOf(['parts', index, 'text']));
  const toRead = minutesToRead(words);
  if (toRead > minutes) {
    report(context.reading, yaml.placeOf(['parts', index, 'minutes']), {
      da: `minutes er ${minutes}, men de ${words} ord tager ${toRead} at læse; ret en af dem`,
      en: `minutes is ${minutes}, but its ${words} words take ${toRead} to read; correct one of them`,
    });
  }
  return { id, title, minutes, html, words, ...(slow && { isSlow: true }), ...(heavy && { isHeavy: true }) };
}

/** The toolbox pages that it refers to, each with its reading time in minutes. */
export function extraPages({ toolbox }: Pick<Course, 'toolbox'>, { pages }: Extra): { tool: Tool; minutes: number }[] {
  return pages.flatMap((page) => {
    const tool = toolbox?.tools.find(({ id }) => id === page);
    return tool ? [{ tool, minutes: minutesToRead(lixOf([tool.words]).words) }] : [];
  });
}

/** Minutes for all of it, including its toolbox pages; 0 if the module has none. */
export function extraMinutes(course: Pick<Course, 'toolbox'>, { extra }: Module): number {
  if (!extra) return 0;
  return [...extra.parts, ...extraPages(course, extra)].reduce((sum, { minutes }) => sum + minutes, 0);
}
