import { posix } from 'node:path';
import type { Place } from '../faults.ts';
import { readText } from '../files.ts';
import { report } from '../reading.ts';
import { onDisk } from '../paths.ts';
import { renderMarkdown } from '../markdown.ts';
import type { ReadContext } from './reader.ts';

/** Reads a Markdown file beside the activity's file. Returns safe HTML, empty where there was a fault. */
export async function readMarkdown(context: ReadContext, named: { name: string; namedAt: Place }): Promise<string> {
  const { reading, language, folder } = context;
  const path = posix.join(folder, named.name);
  const source = await readText(reading, { path, namedAt: named.namedAt });
  if (source === undefined) return '';
  const file = onDisk(reading.folder, path);
  const { html, pieces, faults, tools } = renderMarkdown(source);
  for (const tool of tools) reading.toolLinks.push({ tool, place: { file, line: 1, column: 1 } });
  for (const { line, message } of faults) report(reading, { file, line, column: 1 }, message);
  if (pieces.length === 0) report(reading, { file, line: 1, column: 1 }, 'holds no text; write it');
  reading.texts.push({ file, language, pieces });
  return html;
}
