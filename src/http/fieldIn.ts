import type { Request } from 'express';

/** A field of a posted form; empty if it is missing or repeated, or if no form was sent. */
export function fieldIn({ body }: Pick<Request, 'body'>, name: string): string {
  const value = (body as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' ? value : '';
}
