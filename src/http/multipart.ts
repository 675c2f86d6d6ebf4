import { MIMEType } from 'node:util';
import express, { type Request, type RequestHandler } from 'express';
import { Problem } from './problem.ts';

/**
 * Reads a form with files into memory, up to this many bytes; the fields of text are then in `req.body`, as of any
 * form.
 */
export function readFiles(limit: string): RequestHandler[] {
  return [express.raw({ type: 'multipart/form-data', limit }), parse];
}

/** Ours have at most five. The parser takes 20 microseconds for each, while nobody else is answered. */
const MOST_PARTS = 20;
/** Bytes of what stands above a part: its name, and the file's. */
const LONGEST_HEAD = 2000;

/** Whether a form has as many parts, with as long heads, as a form of ours may have. */
function isModest(form: Buffer, type: string): boolean {
  const mark = `--${boundaryOf(type)}`;
  let parts = 0;
  for (let at = form.indexOf(mark); at >= 0; at = form.indexOf(mark, at + mark.length)) {
    const head = form.subarray(at, at + LONGEST_HEAD);
    const isWhole = head.includes('\r\n\r\n') || at + LONGEST_HEAD >= form.length;
    parts += 1;
    if (!isWhole || parts > MOST_PARTS + 1) return false;
  }
  return true;
}

function boundaryOf(type: string): string {
  try {
    return new MIMEType(type).params.get('boundary') ?? '';
  } catch {
    throw new Problem('bad-request');
  }
}

/** The parser is that of the runtime itself. */
const parse: RequestHandler = async (req, res, next) => {
  if (!Buffer.isBuffer(req.body)) {
    next();
    return;
  }
  const type = req.get('content-type') ?? '';
  if (!isModest(req.body, type)) throw new Problem('bad-request');
  // Deprecated as it holds the whole form in memory: here its size is limited, and its sender signed in.
  // oxlint-disable-next-line typescript/no-deprecated
  const form = await new Response(req.body, { headers: { 'content-type': type } }).formData().catch(() => {
    throw new Problem('bad-request');
  });
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  req.body = Object.fromEntries(texts);
  Object.assign(res.locals, { files: form });
  next();
};

/** A file of the form; undefined if none was chosen. */
export async function fileIn({ res }: Request, name: string): Promise<{ name: string; bytes: Buffer } | undefined> {
  const { files } = (res?.locals ?? {}) as { files?: FormData };
  const file = files?.get(name);
  if (!file || typeof file === 'string' || file.size === 0) return undefined;
  return { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) };
}
