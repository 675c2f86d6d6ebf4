import { z } from 'zod';
import { plain } from '../domain/plain.ts';

const values = z.union([z.string().transform((value) => [value]), z.array(z.string())]);

/** What a field came with, once or several times; undefined where that is no text. */
export function valuesIn(value: unknown): string[] | undefined {
  return values.safeParse(value).data;
}

/** The texts that a field came with. */
export function textsIn(value: unknown): string[] {
  return (valuesIn(value) ?? []).map(plain).filter(Boolean);
}

/** The fields of a form. @param body as `express.urlencoded` gives it, or anything else */
export function entriesOf(body: unknown): [string, unknown][] {
  return typeof body === 'object' && body !== null ? Object.entries(body) : [];
}
