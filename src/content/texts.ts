import { posix } from 'node:path';
import { lixOf } from './lix.ts';
import { fillIn } from './facts.ts';
import type { Place } from './faults.ts';
import { readText } from './files.ts';
import { report, type TextPiece } from './reading.ts';
import { onDisk } from './paths.ts';
import { renderMarkdown, type RenderedText } from './markdown.ts';
import { phoneFault } from './phones.ts';
import type { Said } from './said.ts';
import type { ReadContext } from './activityReader.ts';

const NO_TEXT: Said = { da: 'Der er ingen tekst. Skriv den.', en: 'holds no text; write it' };

/** Reads a Markdown file beside the activity's file. Returns safe HTML, empty if there was a fault. */
export async function readMarkdown(context: ReadContext, named: { name: string; namedAt: Place }): Promise<string> {
  const { reading, language, folder } = context;
  const path = posix.join(folder, named.name);
  const source = await readText(reading, { path, namedAt: named.namedAt });
  if (source === undefined) return '';
  const file = onDisk(reading.folder, path);
  const { text, unknown } = fillIn(source, reading.facts, language);
  const { html, pieces, faults, tools, phones } = renderMarkdown(text);
  for (const tool of tools) reading.toolLinks.push({ tool, place: { file, line: 1, column: 1 } });
  for (const message of unknown) report(reading, { file, line: 1, column: 1 }, message);
  for (const { line, message } of [...faults, ...phoneFaults(context, phones)])
    report(reading, { file, line, column: 1 }, message);
  if (pieces.length === 0) report(reading, { file, line: 1, column: 1 }, NO_TEXT);
  // Several modules may share a file.
  if (!reading.texts.some((text) => text.file === file)) reading.texts.push({ file, language, pieces });
  return html;
}

/** Renders Markdown written in a YAML file itself. Returns safe HTML. */
export function readInline(context: ReadContext, source: string, place: Place): string {
  return readWithWords(context, source, place).html;
}

/** The same, with the number of its words. */
export function readWithWords(context: ReadContext, source: string, place: Place): { html: string; words: number } {
  const { text: filled, unknown } = fillIn(source, context.reading.facts, context.language);
  const { html, pieces, faults, phones, tools } = renderMarkdown(filled);
  for (const tool of tools) context.reading.toolLinks.push({ tool, place });
  const linked = [...faults, ...phoneFaults(context, phones)].map(({ message }) => message);
  for (const message of [...unknown, ...linked]) report(context.reading, place, message);
  if (pieces.length === 0) report(context.reading, place, NO_TEXT);
  noteTexts(
    context,
    place.file,
    pieces.map(({ text }) => ({ line: place.line, text })),
  );
  return { html, words: lixOf(pieces.map(({ text }) => text)).words };
}

function phoneFaults({ reading }: ReadContext, phones: RenderedText['phones']): RenderedText['faults'] {
  const own = [reading.facts.controller.phone, reading.facts.instructorHelp.phone];
  return phones.flatMap(({ line, address, shown }) => {
    const message = phoneFault(address, shown, own);
    return message === undefined ? [] : [{ line, message }];
  });
}

/** Records what participants read from a file, as one text for the readability check. */
export function noteTexts({ reading, language }: ReadContext, file: string, pieces: TextPiece[]): void {
  const read = pieces.filter(({ text }) => text !== '');
  const noted = reading.texts.find((text) => text.file === file && text.language === language);
  if (noted) noted.pieces.push(...read);
  else reading.texts.push({ file, language, pieces: read });
}
