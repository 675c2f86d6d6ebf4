import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { BackupFailed } from '../errors.ts';
import { explainFileFailure } from './explain.ts';
import {
  readHeader,
  readLine,
  readTrailer,
  VERSION,
  type DocumentLine,
  type Header,
  type TableLine,
} from './format.ts';

export interface Checked {
  header: Header;
  documents: number;
}

const NEWLINE = 10;

/** Lines as bytes with their newlines. Node's own reader would also split lines at U+2028, which a text may contain. */
const linesOf = async function* (path: string): AsyncGenerator<Buffer> {
  let begun: Buffer[] = [];
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      let from = 0;
      for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
        yield Buffer.concat([...begun, chunk.subarray(from, end + 1)]);
        begun = [];
        from = end + 1;
      }
      begun.push(chunk.subarray(from));
    }
  } catch (error) {
    throw explainFileFailure(path, error);
  }
  const rest = Buffer.concat(begun);
  if (rest.length > 0) yield rest;
};

/**
 * Reads the whole file once, and trusts nothing in it before its end: the header, every line, the checksum.
 * @param take gets every document
 * @throws {BackupFailed}
 */
export async function checkBackup(path: string, take: (line: DocumentLine) => void): Promise<Checked> {
  const hash = createHash('sha256');
  let header: Header | undefined;
  let trailer: ReturnType<typeof readTrailer>;
  let documents = 0;
  for await (const bytes of linesOf(path)) {
    const line = bytes.toString();
    if (trailer) throw damaged(path, 'there is something after its end');
    trailer = header && readTrailer(line);
    if (trailer) continue;
    if (!header) header = headerOf(path, line);
    else documents += countLine(path, line, take);
    hash.update(bytes);
  }
  if (!header) throw damaged(path, 'it is empty');
  if (!trailer) throw cutOff(path);
  if (trailer.sha256 !== hash.digest('hex') || trailer.documents !== documents)
    throw damaged(path, 'its checksum is wrong. It was changed or damaged; take another copy');
  return { header, documents };
}

/** Everything between the header and the trailer of a file that was checked before. */
export const linesIn = async function* (path: string): AsyncGenerator<TableLine | DocumentLine> {
  for await (const line of linesOf(path)) {
    const read = readLine(line.toString());
    if (read) yield read;
  }
};

function headerOf(path: string, line: string): Header {
  const header = readHeader(line);
  if (!header) throw new BackupFailed(`${path} is not a backup of this program. Nothing was changed.`);
  if (header.version > VERSION)
    throw new BackupFailed(
      `${path} was written by a newer version of this program (format ${header.version}, this one reads up to ` +
        `${VERSION}). Restore it with that version. Nothing was changed.`,
    );
  return header;
}

function countLine(path: string, line: string, take: (read: DocumentLine) => void): number {
  const read = readLine(line);
  if (!read && !line.endsWith('\n')) throw cutOff(path);
  if (!read) throw damaged(path, 'a line of it cannot be read. It was changed or damaged; take another copy');
  if ('table' in read) return 0;
  take(read);
  return 1;
}

function cutOff(path: string): BackupFailed {
  return damaged(path, 'its end is missing. It was cut off on the way; take another copy');
}

function damaged(path: string, why: string): BackupFailed {
  return new BackupFailed(`${path} cannot be restored: ${why}. Nothing was changed.`);
}
