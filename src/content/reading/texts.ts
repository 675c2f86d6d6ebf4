import { posix } from 'node:path';
import { lixOf } from '../checks/lix.ts';
import { fillIn } from '../facts.ts';
import type { Place } from '../faults.ts';
import { readText } from '../package/files.ts';
import { report, type TextPiece } from './context.ts';
import { onDisk } from '../package/paths.ts';
import { renderMarkdown, type RenderedText } from './markdown.ts';
import { phoneFault } from '../checks/phones.ts';
import type { Localized } from '../localized.ts';
import type { ReadContext } from './activityReader.ts';

const NO_TEXT: Localized = { da: 'Der er ingen tekst. Skriv den.', en: 'holds no text; write it' };

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
  for (const { message, ...where } of [...faults, ...phoneFaults(context, phones)])
    report(reading, { file, column: 1, ...where }, message);
  if (pieces.length === 0) report(reading, { file, line: 1, column: 1 }, NO_TEXT);
  // Several modules may share a file.
  if (!reading.texts.some((text) => text.file === file)) reading.texts.push({ file, language, pieces: [...pieces] });
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
  for (const message of unknown) report(context.reading, place, message);
  for (const { message, about } of [...faults, ...phoneFaults(context, phones)])
    report(context.reading, { ...place, ...(about && { about }) }, message);
  if (pieces.length === 0) report(context.reading, place, NO_TEXT);
  noteTexts(
    context,
    place.file,
    pieces.map(({ text }) => ({ line: place.line, text })),
  );
  return { html, words: lixOf(pieces.map(({ text }) => text)).words };
}

/** Links to telephone numbers that are not known. */
export function phoneFaults(
  { reading }: Pick<ReadContext, 'reading'>,
  phones: RenderedText['phones'],
): RenderedText['faults'] {
  const own = [reading.facts.controller.phone, reading.facts.instructorHelp.phone];
  return phones.flatMap(({ line, address, shown }) => {
    const message = phoneFault(address, shown, own);
    return message === undefined ? [] : [{ line, message, about: 'phone' }];
  });
}

/** Records what participants read from a file, as one text for the readability check. */
export function noteTexts({ reading, language }: ReadContext, file: string, pieces: TextPiece[]): void {
  const read = pieces.filter(({ text }) => text !== '');
  const noted = reading.texts.find((text) => text.file === file && text.language === language);
  // A module of another rhythm may share the file, which is then read once more.
  const isNew = ({ line, text }: TextPiece) => !noted?.pieces.some((one) => one.line === line && one.text === text);
  if (noted) noted.pieces.push(...read.filter(isNew));
  else reading.texts.push({ file, language, pieces: read });
}
