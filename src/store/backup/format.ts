import { z } from 'zod';
import type { RawDoc } from '../engine.ts';

/*
 * A backup is one file of JSON lines, the same for every engine: a header, then for each collection a line with its
 * indexes and one line for each document, then a trailer with the number of documents and the SHA-256 of every byte
 * before it. Encrypted fields stay as they are stored, so the file reveals nothing that the store does not.
 */

/** Increased when a program of the previous version could not read the file. */
export const VERSION = 1;
const NAME = 'taettere-paa-job';

const name = z.string().regex(/^[a-z][a-z_]*$/);
const field = z.string().regex(/^[A-Za-z]\w*$/);

const header = z.object({
  backup: z.literal(NAME),
  version: z.int().min(1),
  takenAt: z.string(),
  /** Ids of the keys that encrypted its fields. */
  keys: z.array(z.string()),
});
const table = z.strictObject({ table: name, indexes: z.array(z.array(field)) });
const document = z.strictObject({ in: name, key: z.string().min(1), doc: z.record(z.string(), z.unknown()) });
const trailer = z.strictObject({ documents: z.int().min(0), sha256: z.string().length(64) });

export type Header = z.infer<typeof header>;
export type TableLine = z.infer<typeof table>;
export interface DocumentLine {
  in: string;
  key: string;
  doc: RawDoc;
}

export function headerLine({ takenAt, keys }: Pick<Header, 'takenAt' | 'keys'>): string {
  return line({ backup: NAME, version: VERSION, takenAt, keys });
}
export function tableLine(shape: { name: string; indexes: readonly (readonly string[])[] }): string {
  return line({ table: shape.name, indexes: shape.indexes });
}
export function documentLine(one: DocumentLine): string {
  return line({ in: one.in, key: one.key, doc: one.doc });
}
export function trailerLine(documents: number, sha256: string): string {
  return line({ documents, sha256 });
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Undefined if the line is not a header. */
export function readHeader(text: string): Header | undefined {
  return header.safeParse(parsed(text)).data;
}
export function readTrailer(text: string) {
  return trailer.safeParse(parsed(text)).data;
}
export function readLine(text: string): TableLine | DocumentLine | undefined {
  const value = parsed(text);
  return document.safeParse(value).data ?? table.safeParse(value).data;
}
