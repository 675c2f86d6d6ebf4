import express, { type Request, type RequestHandler } from 'express';
import { Problem } from './problem.ts';

/**
 * Reads a form with files into memory, up to this many bytes; the fields of text are then in `req.body`, as of any
 * form.
 */
export function readFiles(limit: string): RequestHandler[] {
  return [express.raw({ type: 'multipart/form-data', limit }), parse];
}

/** The parser is that of the runtime itself. */
const parse: RequestHandler = async (req, res, next) => {
  if (!Buffer.isBuffer(req.body)) {
    next();
    return;
  }
  const type = req.get('content-type') ?? '';
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
